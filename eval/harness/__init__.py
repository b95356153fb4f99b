"""The harness: suites are run against models, with parts switched off, scored, reported and compared.

Public entries: `eval.harness.run.Run`, `eval.harness.result.results`, `eval.harness.report.write`,
`eval.harness.compare.compared`. The command is `tulku eval`.
"""
