"""Who asks, and what they may. Without TULKU_AUTH everybody is `local` and may do everything."""
