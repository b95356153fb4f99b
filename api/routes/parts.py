"""What routes ask for: the service, and who is asking."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.auth.gate import admitted
from api.auth.principal import Principal
from api.service import Service


async def _service(request: Request) -> Service:  # not a plain function: those run in threads
    return request.app.state.service


async def _reader(request: Request, service: Annotated[Service, Depends(_service)]) -> Principal:
    return await admitted(request, service, "read")


async def _admin(request: Request, service: Annotated[Service, Depends(_service)]) -> Principal:
    return await admitted(request, service, "admin")


async def _maker(request: Request, service: Annotated[Service, Depends(_service)]) -> Principal:
    return await admitted(request, service, "make")


Parts = Annotated[Service, Depends(_service)]
Reader = Annotated[Principal, Depends(_reader)]
Admin = Annotated[Principal, Depends(_admin)]
Maker = Annotated[Principal, Depends(_maker)]
