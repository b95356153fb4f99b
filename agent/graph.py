"""The graph: who comes after whom, and nothing else.

plan ─▶ (one branch a scene) retrieve ─▶ write ─▶ convert ─▶ check ─▶ render ─▶ keep
                                                    ▲           │        │
                                                    └─ repair ◀─┴────────┘
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.types import Send

from agent.nodes.check import check
from agent.nodes.convert import convert
from agent.nodes.keep import keep
from agent.nodes.plan import plan
from agent.nodes.render import render
from agent.nodes.repair import repair
from agent.nodes.retrieve import retrieve
from agent.nodes.write import write
from agent.state import MakeState, SceneDone, SceneState, Tools
from core.parsing import one_at_a_time


def build(checkpointer: Any = None) -> Any:
    """The compiled graph. Run it with a `MakeState` that holds a wish, and `Tools` as context."""
    one_at_a_time()
    return _compiled().copy(update={"checkpointer": checkpointer})


@lru_cache(maxsize=1)
def _compiled() -> Any:
    """Compiled once a process: it takes 20 ms, more than the rest of the graph's work for a small wish."""
    graph = StateGraph(MakeState, context_schema=Tools)
    graph.add_node("plan", plan)
    graph.add_node("scene", _scene().compile())
    graph.add_edge(START, "plan")
    graph.add_conditional_edges("plan", _fan_out, ["scene"])
    graph.add_edge("scene", END)
    return graph.compile()


def _scene() -> StateGraph[Any, Any, Any, Any]:
    graph = StateGraph(SceneState, context_schema=Tools, output_schema=SceneDone)
    for name, node in (("retrieve", retrieve), ("write", write), ("convert", convert), ("check", check)):
        graph.add_node(name, node)
    for name, node in (("render", render), ("repair", repair), ("keep", keep)):
        graph.add_node(name, node)
    graph.add_edge(START, "retrieve")
    graph.add_edge("retrieve", "write")
    graph.add_conditional_edges("write", _written, ["convert", "keep"])
    graph.add_edge("convert", "check")
    graph.add_conditional_edges("check", _checked, ["render", "repair", "keep"])
    graph.add_conditional_edges("render", _rendered, ["keep", "repair"])
    graph.add_conditional_edges("repair", _repaired, ["convert", "render", "keep"])
    graph.add_edge("keep", END)
    return graph


def _fan_out(state: MakeState) -> list[Send]:
    scenes = enumerate(state["storyboard"].scenes)
    return [Send("scene", {"wish": state["wish"], "index": i, "plan": plan, "attempt": 1}) for i, plan in scenes]


def _written(state: SceneState) -> str:
    return "convert" if state.get("code") else "keep"


def _checked(state: SceneState) -> str:
    return "repair" if state.get("failure") else "render"


def _rendered(state: SceneState) -> str:
    return "repair" if state.get("failure") else "keep"


def _repaired(state: SceneState) -> str:
    """A new version is checked again; without one, code with findings is still rendered, broken code is not."""
    if not state.get("stuck"):
        return "convert"
    failure = state.get("failure")
    return "keep" if failure and failure.error else "render"
