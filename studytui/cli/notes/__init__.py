"""What `studytui import` and `studytui checkup` share: reading, checking, reporting."""
