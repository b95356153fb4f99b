"""What routes ask for: the service, and who is asking."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.auth.principal import LOCAL, Principal
from api.service import Service


def _service(request: Request) -> Service:
    return request.app.state.service


def _reader(request: Request) -> Principal:
    return LOCAL


def _admin(request: Request) -> Principal:
    return LOCAL


def _maker(request: Request) -> Principal:
    return LOCAL


Parts = Annotated[Service, Depends(_service)]
Reader = Annotated[Principal, Depends(_reader)]
Admin = Annotated[Principal, Depends(_admin)]
Maker = Annotated[Principal, Depends(_maker)]
