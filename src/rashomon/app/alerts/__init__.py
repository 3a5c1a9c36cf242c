"""Alerts: rules over the stories of a corpus, each thing told once, to standard output, a file or a webhook."""

from rashomon.app.alerts.rules import Rule, read_rules
from rashomon.app.alerts.sending import Sinks
from rashomon.app.alerts.told import Told
from rashomon.app.alerts.watching import Alert, tell_new

__all__ = ["Alert", "Rule", "Sinks", "Told", "read_rules", "tell_new"]
