"""What goes in and out over HTTP: pydantic models with examples, shown in the OpenAPI document."""
