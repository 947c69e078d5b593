"""Tables and what they measure: described, guarded, queried, and compared with what was claimed."""
