"""Spans to values: kinds and acts, dates of saying, actors and speakers. Rules only, the same for all."""
