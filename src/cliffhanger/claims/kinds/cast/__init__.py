"""Who plays whom, who stays, joins and leaves."""
