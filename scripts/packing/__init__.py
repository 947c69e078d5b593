"""What each evidence pack holds, and how its files are written."""
