"""What leaves qawl for other eyes and other programs."""
