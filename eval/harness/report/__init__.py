"""The report: one page that needs nothing but itself. Public entry: `eval.harness.report.page.write`."""
