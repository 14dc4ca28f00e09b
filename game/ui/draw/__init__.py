"""What is drawn inside the desert: land, child, gems, trail, chart."""
