"""What tasks wait for (`needs`), their days (`schedule`, `holidays`, `template`), standing, timeline, calendar."""
