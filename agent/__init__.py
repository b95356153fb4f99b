"""The LangGraph agent: from a wish to a video. Public entry: `agent.make.make`."""
