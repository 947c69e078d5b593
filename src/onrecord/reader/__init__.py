"""Document to spans, by one trained encoder with one head a task."""
