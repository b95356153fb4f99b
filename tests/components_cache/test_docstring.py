from components_cache.docstring import bounds, describe, lengths, listed

DOCSTRING = """Bubble sort: neighbours swap until all is in order.

    Larger values rise
    to the right.

    Tags: sorting, swaps
    Wishes:
        bubble sort
        - sort by swapping neighbours
    Parameters:
        values: the numbers to sort; 3 to 10 items in [1, 99]; said: numbers, bars
        pace: seconds for one swap;
            in [0.15, 1]
        mode: which end; one of: left, right
    """


def test_sections_are_split() -> None:
    said = describe(DOCSTRING)
    assert said.title == "Bubble sort"
    assert said.summary == "neighbours swap until all is in order."
    assert said.description == "Larger values rise to the right."
    assert said.tags == ("sorting", "swaps")
    assert said.wishes == ("bubble sort", "sort by swapping neighbours")
    assert list(said.parameters) == ["values", "pace", "mode"]


def test_ranges_lengths_and_words() -> None:
    parameters = describe(DOCSTRING).parameters
    assert bounds(parameters["values"]) == (1, 99)
    assert lengths(parameters["values"]) == (3, 10)
    assert listed(parameters["values"], "said:") == ("numbers", "bars")
    assert bounds(parameters["pace"]) == (0.15, 1)
    assert listed(parameters["mode"], "one of:") == ("left", "right")
    assert bounds("no range here") == (None, None)


def test_a_docstring_without_sections_is_a_summary() -> None:
    said = describe("Just a line.")
    assert (said.title, said.summary, said.wishes) == ("Just a line", "Just a line.", ())
