"""What is known about ManimCE and about manimgl, as data; nothing here imports manim."""
