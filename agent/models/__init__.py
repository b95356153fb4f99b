"""The models behind the agent: one protocol, two implementations. Public entry: `agent.models.choose.choose_model`."""
