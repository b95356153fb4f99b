"""Which scene class brings which method or attribute, and wrong names of scene classes: one row a fact."""

from __future__ import annotations

BASES: dict[str, str] = {
    **dict.fromkeys(
        """add_fixed_in_frame_mobjects add_fixed_orientation_mobjects begin_3dillusion_camera_rotation
        begin_ambient_camera_rotation move_camera remove_fixed_in_frame_mobjects remove_fixed_orientation_mobjects
        set_camera_orientation set_to_default_angled_camera_orientation stop_3dillusion_camera_rotation
        stop_ambient_camera_rotation""".split(),  # noqa: SIM905  # a table of names reads best as text
        "ThreeDScene",
    ),
    **dict.fromkeys(
        """activate_zooming get_zoom_in_animation get_zoomed_display_pop_out_animation zoomed_camera
        zoomed_display""".split(),  # noqa: SIM905
        "ZoomedScene",
    ),
    **dict.fromkeys(
        """add_vector apply_matrix add_transformable_mobject add_title apply_inverse apply_nonlinear_transformation
        get_basis_vectors add_plane add_unit_square""".split(),  # noqa: SIM905
        "LinearTransformationScene",
    ),
}

CLASSES: dict[str, str] = {
    "MovingCamera": "MovingCameraScene",
    "CameraScene": "MovingCameraScene",
    "ZoomScene": "ZoomedScene",
    "ThreeDimensionalScene": "ThreeDScene",
    "Scene3D": "ThreeDScene",
    "3DScene": "ThreeDScene",
    "SpecialScene": "Scene",
    "BaseScene": "Scene",
    "ManimScene": "Scene",
    "Animation": "Scene",
    "VMobject": "Scene",
    "Mobject": "Scene",
    "object": "Scene",
    "ThreeDCamera": "ThreeDScene",
    "LinearTransformation": "LinearTransformationScene",
    "ReconfigurableScene": "Scene",
    "InteractiveScene": "Scene",
}
