"""RSA with primes small enough to follow."""

import math

from manim import *

from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    words,
)


def rsa_small_primes(scene: Scene, p: int = 3, q: int = 11, message: int = 7):
    """RSA with small primes: lock with the public key, unlock with the private one.

    Tags: number theory, cryptography, RSA, public key, modular powers
    Wishes:
        RSA in five minutes with small primes
        how does RSA encryption work?
        public key cryptography with p = 3 and q = 11
        RSA example
        public and private keys
        encrypt a message with two primes
        why is factoring hard good for secrets?
        Walk through RSA with tiny numbers
    Parameters:
        p: first prime, the nearest prime is taken; in [3, 23]; said: p
        q: second prime, the nearest prime is taken; in [3, 23]; said: q
        message: the secret number; in [2, 30]; said: message, m, secret
    """
    narrator = Narrator(scene)
    p, q = _nearest_prime(p), _nearest_prime(q)
    if p == q:
        q = _nearest_prime(q + 2 if q < 23 else 19)
    n, phi = p * q, (p - 1) * (q - 1)
    e = next(k for k in range(3, phi) if math.gcd(k, phi) == 1)
    d = pow(e, -1, phi)
    message = max(2, min(message, n - 1))
    cipher = pow(message, e, n)
    heads = VGroup(
        words("Bob, in secret", 30, WARM).move_to([-4.4, 2.5, 0]),
        words("everybody", 30, MUTED).move_to([0, 2.5, 0]),
        words("Alice", 30, MAIN).move_to([4.6, 2.5, 0]),
    )
    walls = VGroup(*[DashedLine([x, 2.7, 0], [x, -2.7, 0], color=GHOST) for x in (-2.3, 2.4)])
    narrator.say("Alice wants to send Bob a number that nobody else can read.", FadeIn(heads), Create(walls))
    primes = formula(f"p = {p}, \\quad q = {q}", size=40).move_to([-4.4, 1.7, 0])
    narrator.say("Bob chooses two primes and keeps them to himself.", Write(primes), wait=0.7)
    product = formula(f"n = pq = {n}", size=40).move_to([-4.4, 1.0, 0])
    hidden = formula(rf"\varphi = (p-1)(q-1) = {phi}", size=36).move_to([-4.4, 0.3, 0])
    narrator.say("Their product he shows, the number $\\varphi$ he hides.", Write(product), Write(hidden), wait=0.7)
    public = formula(f"n = {n}, \\quad e = {e}", size=40, color=OTHER).move_to([0, 1.35, 0])
    label = words("public key", 28, OTHER).next_to(public, UP, buff=0.2)
    narrator.say(
        f"Public: $n$, and a power $e = {e}$ without a common factor with $\\varphi$.",
        FadeIn(label),
        TransformFromCopy(product, public),
        wait=0.7,
    )
    private = formula(rf"e\,d = {e} \cdot {d} \equiv 1 \pmod{{{phi}}}", size=34).move_to([-4.4, -0.4, 0])
    key = formula(f"d = {d}", size=42, color=WARM).next_to(private, DOWN, buff=0.3)
    narrator.say(
        r"Private: the $d$ that undoes $e$. It needs $\varphi$, so it needs the primes.",
        Write(private),
        Write(key),
        wait=0.8,
    )
    secret = formula(f"m = {message}", size=42, color=MAIN).move_to([4.6, 1.7, 0])
    power = formula(f"{message}^{{{e}}} \\equiv {cipher} \\pmod{{{n}}}", size=36).move_to([4.6, 0.8, 0])
    narrator.say(
        f"Alice raises her number to the power ${e}$, on a clock with ${n}$ hours.",
        FadeIn(secret),
        Write(power),
        wait=0.7,
    )
    sent = formula(f"c = {cipher}", size=44, color=FOCUS).move_to([0, -0.9, 0])
    envelope = SurroundingRectangle(sent, color=FOCUS, buff=0.2, corner_radius=0.08)
    narrator.say(
        "Everybody may see the result: it looks like noise.", TransformFromCopy(power, sent), Create(envelope), wait=0.7
    )
    opened = formula(f"{cipher}^{{{d}}} \\equiv {message} \\pmod{{{n}}}", size=36).move_to([-4.4, -2.0, 0])
    narrator.say(
        "Bob raises it to his secret power, and the message is back.", TransformFromCopy(sent, opened), wait=0.8
    )
    box = SurroundingRectangle(opened, color=GOOD, buff=0.15, corner_radius=0.08)
    narrator.say("Breaking it means factoring $n$: easy here, hopeless with 600 digits.", Create(box), wait=1.5)


def _nearest_prime(value: int) -> int:
    """The prime in 3 ... 23 that is nearest to a number."""
    return min((3, 5, 7, 11, 13, 17, 19, 23), key=lambda prime: (abs(prime - value), prime))
