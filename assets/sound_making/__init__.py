"""How the game's sounds are made, with numpy alone: no recording is used anywhere."""
