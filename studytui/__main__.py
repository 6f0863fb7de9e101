"""`python -m studytui` does what the `studytui` command does."""

import sys

from studytui.cli.main import main

sys.exit(main())
