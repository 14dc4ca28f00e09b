"""The simulation: pure functions of numpy arrays, without windows, files, clocks or words."""
