"""Wishes about vectors given as coordinates: sums, products, projections, spans, bases."""

from __future__ import annotations

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.matrices import plain_number
from agent.models.composer.symbolic.reading import MathReading

Vector = tuple[float, ...]

COMMON = "vector vectors linear algebra geometric geometrically picture arrow arrows plane space two three"


def vectors_of(reading: MathReading, size: int) -> list[Vector]:
    """The numeric points and lists of that many entries, in the order of the wish."""
    found = reading.points if len(reading.points) >= len(reading.vectors) else reading.vectors
    numeric = [p for p in found if len(p) == size and all(x.is_number and x.is_real for x in p)]
    return [tuple(plain_number(x) for x in p) for p in numeric]


def addition(reading: MathReading) -> Draft | None:
    """Two to five plane vectors to be added."""
    vectors = vectors_of(reading, 2)
    if not 2 <= len(vectors) <= 5 or not reading.says(
        "add*", "sum", "plus", "tip to tail", "parallelogram", "resultant"
    ):
        return None
    understood = f"{COMMON} add adding addition sum plus tip tail head parallelogram rule law resultant"
    act = call("add_vectors", vectors=vectors)
    return drafted(reading, "Adding vectors", f"the sum of {vectors}", (act,), understood=understood)


def products(reading: MathReading) -> Draft | None:
    """Dot product or projection of two plane vectors."""
    vectors = vectors_of(reading, 2)
    if len(vectors) != 2 or not all(any(v) for v in vectors):
        return None
    u, v = vectors
    understood = (
        f"{COMMON} dot scalar inner product angle projection project projecting onto on one other component shadow"
    )
    if reading.says("dot", "scalar product", "inner product"):
        act = call("dot_product_as_projection", u=u, v=v)
        return drafted(reading, "Dot product", f"the dot product of {u} and {v}", (act,), understood=understood)
    if not reading.says("project*"):
        return None
    act = call("vector_projection", u=u, onto=v)
    return drafted(reading, "Projection of a vector", f"{u} projected onto {v}", (act,), understood=understood)


def cross(reading: MathReading) -> Draft | None:
    """The cross product of two vectors in space (plane vectors get a third entry 0)."""
    if not reading.says("cross*", "perpendicular", "vector product", "normal to"):
        return None
    vectors = vectors_of(reading, 3) or [(*v, 0) for v in vectors_of(reading, 2)]
    if len(vectors) != 2:
        return None
    u, v = vectors
    understood = f"{COMMON} cross product perpendicular orthogonal normal area parallelogram right hand rule both"
    act = call("cross_product", u=u, v=v)
    return drafted(reading, "Cross product", f"the cross product of {u} and {v}", (act,), understood=understood)


def span(reading: MathReading) -> Draft | None:
    """What two plane vectors span, or whether they are independent."""
    vectors = vectors_of(reading, 2)
    words = ("span*", "independen*", "dependen*", "linear combination*", "linearly")
    if len(vectors) != 2 or not reading.says(*words):
        return None
    understood = (
        f"{COMMON} span spans spanned linearly independent independence dependent dependence combination "
        "combinations set"
    )
    act = call("linear_combinations", first=vectors[0], second=vectors[1])
    brief = f"linear combinations of {vectors[0]} and {vectors[1]}"
    return drafted(reading, "Linear combinations and span", brief, (act,), understood=understood)


def orthogonal(reading: MathReading) -> Draft | None:
    """Two plane vectors made orthogonal."""
    vectors = vectors_of(reading, 2)
    if len(vectors) != 2 or not reading.says("gram*", "orthogonali*", "orthonormal*"):
        return None
    if not any(vectors[0]):
        return None
    understood = (
        f"{COMMON} gram schmidt gram-schmidt process orthogonalize orthogonalise orthonormal orthogonal basis make from"
    )
    act = call("gram_schmidt", u=vectors[0], v=vectors[1])
    return drafted(
        reading, "Gram-Schmidt", f"orthogonalise {vectors[0]} and {vectors[1]}", (act,), understood=understood
    )


def basis(reading: MathReading) -> Draft | None:
    """A vector in another basis: the vector stands first, unless the basis is named before any point."""
    vectors = vectors_of(reading, 2)
    if len(vectors) not in (2, 3) or not reading.says("basis", "bases", "coordinate system*"):
        return None
    if reading.says("gram*", "orthonormal*", "orthogonali*"):
        return None
    text = reading.plain.lower()
    first_point = min((text.find(mark) for mark in "([" if mark in text), default=0)
    basis_first = 0 <= text.find("basis") < first_point and not text[:first_point].rstrip().endswith("vector")
    arguments: dict[str, object] = {}
    if len(vectors) == 3:
        arguments["vector"] = vectors[-1] if basis_first else vectors.pop(0)
    arguments |= {"first": vectors[0], "second": vectors[1]}
    understood = f"{COMMON} change basis bases coordinates coordinate system another new express write other in"
    brief = f"the basis {vectors[0]}, {vectors[1]}"
    return drafted(reading, "Change of basis", brief, (call("change_of_basis", **arguments),), understood=understood)


def single(reading: MathReading) -> Draft | None:
    """One plane vector: its length and components, or its multiples."""
    vectors = vectors_of(reading, 2)
    if len(vectors) != 1 or not any(vectors[0]):
        return None
    vector = vectors[0]
    if reading.says("scal*", "multiple*", "multiply*", "times", "stretch*") and reading.numbers:
        factors = [plain_number(number.value) for number in reading.numbers[:5]]
        understood = (
            f"{COMMON} scalar scale scaling multiple multiples multiply multiplied times by stretch factor factors"
        )
        act = call("scale_vector", vector=vector, factors=factors)
        return drafted(reading, "Scaling a vector", f"{vector} times {factors}", (act,), understood=understood)
    if not reading.says("length", "magnitude", "norm", "components", "direction", "vector"):
        return None
    understood = f"{COMMON} length magnitude norm component components direction angle draw"
    act = call("vector_in_the_plane", vector=vector)
    return drafted(reading, "A vector", f"the vector {vector}", (act,), understood=understood, sure=0.9)


INTENTS = (
    Intent("addition", addition),
    Intent("products", products),
    Intent("cross", cross),
    Intent("span", span),
    Intent("orthogonal", orthogonal),
    Intent("basis", basis),
    Intent("single_vector", single),
)
