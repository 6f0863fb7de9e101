"""Commands that stand for one sign: their Unicode form, and a word or sign in plain ASCII."""

from __future__ import annotations

from studytui.course.formula.nodes import Kind, Symbol


def words(text: str) -> tuple[str, ...]:
    """The words of a table written as text."""
    return tuple(text.split())


_GREEK = dict(
    zip(
        words("""
            alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi
            psi omega epsilon varepsilon vartheta varphi varrho varsigma varpi omicron
            Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
        """),
        "αβγδζηθικλμνξπρστυφχψωϵεϑφϱςϖοΓΔΘΛΞΠΣΥΦΨΩ",
        strict=True,
    )
)

_ORDINARY = """
partial ∂ d; nabla ∇ grad; infty ∞ inf; ell ℓ l; hbar ℏ hbar; Re ℜ Re; Im ℑ Im; aleph ℵ aleph; wp ℘ wp
emptyset ∅ {}; varnothing ∅ {}; forall ∀ forall; exists ∃ exists; nexists ∄ !exists; neg ¬ !; lnot ¬ !
angle ∠ angle; top ⊤ T; bot ⊥ bot; prime ′ '; degree ° deg; square □ box; Box □ box; triangle △ triangle
checkmark ✓ ok; dagger † +; ddagger ‡ ++; imath ı i; jmath ȷ j; natural ♮ natural; sharp ♯ #; flat ♭ b
cdots ⋯ ...; ldots … ...; dots … ...; dotsc … ...; dotsb ⋯ ...; dotsm ⋯ ...; vdots ⋮ :; ddots ⋱ ...
backslash \\ \\; lbrace { {; rbrace } }; surd √ sqrt; colon : :
"""

_BINARY = """
pm ± +-; mp ∓ -+; times × x; div ÷ /; cdot · *; cdotp · *; ast ∗ *; star ⋆ *; circ ∘ o; bullet • *
cup ∪ union; cap ∩ intersect; wedge ∧ and; land ∧ and; vee ∨ or; lor ∨ or; oplus ⊕ (+); ominus ⊖ (-)
otimes ⊗ (x); odot ⊙ (.); oslash ⊘ (/); setminus ∖ \\; bmod mod mod; smallsetminus ∖ \\
"""

_RELATIONS = """
le ≤ <=; leq ≤ <=; leqslant ≤ <=; ge ≥ >=; geq ≥ >=; geqslant ≥ >=; ne ≠ !=; neq ≠ !=; lt < <; gt > >
approx ≈ ~=; equiv ≡ ==; sim ∼ ~; simeq ≃ ~=; cong ≅ ~=; propto ∝ prop; to → ->; rightarrow → ->
leftarrow ← <-; gets ← <-; Rightarrow ⇒ =>; implies ⟹ =>; impliedby ⟸ <=; Leftarrow ⇐ <=; iff ⟺ <=>
Leftrightarrow ⇔ <=>; leftrightarrow ↔ <->; mapsto ↦ |->; longmapsto ⟼ |->; longrightarrow ⟶ -->
longleftarrow ⟵ <--; Longrightarrow ⟹ ==>; hookrightarrow ↪ ->; rightharpoonup ⇀ ->; leftharpoonup ↼ <-
rightleftharpoons ⇌ <=>; uparrow ↑ ^; downarrow ↓ v; updownarrow ↕ v^; nearrow ↗ ^; searrow ↘ v
in ∈ in; notin ∉ !in; ni ∋ ni; subset ⊂ subset; subseteq ⊆ subset=; supset ⊃ superset; supseteq ⊇ superset=
subsetneq ⊊ subset!=; ll ≪ <<; gg ≫ >>; mid ∣ |; nmid ∤ !|; parallel ∥ ||; perp ⟂ perp; prec ≺ <; succ ≻ >
preceq ≼ <=; succeq ≽ >=; triangleq ≜ :=; coloneqq ≔ :=; doteq ≐ .=; models ⊨ |=; vdash ⊢ |-; asymp ≍ ~
lesssim ≲ <~; gtrsim ≳ >~; because ∵ because; therefore ∴ therefore; rightrightarrows ⇉ =>
"""

_BIG = """
sum ∑ sum; prod ∏ prod; coprod ∐ coprod; bigcup ⋃ union; bigcap ⋂ intersect; bigoplus ⨁ (+); bigotimes ⨂ (x)
bigodot ⨀ (.); bigvee ⋁ or; bigwedge ⋀ and; int ∫ int; iint ∬ int; iiint ∭ int; oint ∮ int
"""

_DELIMITERS = """
langle ⟨ <; rangle ⟩ >; lfloor ⌊ floor(; rfloor ⌋ ); lceil ⌈ ceil(; rceil ⌉ ); lvert | |; rvert | |
lVert ‖ ||; rVert ‖ ||; vert | |; Vert ‖ ||; lbrack [ [; rbrack ] ]; lgroup ( (; rgroup ) )
"""

FUNCTIONS = frozenset(
    words("""
        log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan det dim ker rank tr
        arg deg gcd hom sgn sign erf
    """)
)
LIMIT_FUNCTIONS = {name: name for name in words("max min sup inf lim argmax argmin Pr")}
LIMIT_FUNCTIONS |= {"limsup": "lim sup", "liminf": "lim inf", "injlim": "inj lim", "projlim": "proj lim"}

INTEGRALS = "∫∬∭∮"
"""Big operators whose limits stand at the side."""

_OPENING, _CLOSING = set("([{⟨⌊⌈"), set(")]}⟩⌋⌉")


def symbol(name: str) -> Symbol | None:
    """The sign a command stands for, None when it is not one of them."""
    if name in FUNCTIONS:
        return Symbol(name, "fun", name)
    if name in LIMIT_FUNCTIONS:
        return Symbol(LIMIT_FUNCTIONS[name], "big", LIMIT_FUNCTIONS[name])
    return _SYMBOLS.get(name)


def char(sign: str) -> Symbol:
    """A sign typed as it is."""
    if sign in "+-":
        return Symbol("−" if sign == "-" else sign, "bin", sign)
    if sign == "*":
        return Symbol("∗", "bin", "*")
    if sign in "=<>:":
        return Symbol(sign, "rel", sign)
    if sign in ",;":
        return Symbol(sign, "punct", sign)
    return _BY_SIGN.get(sign) or Symbol(sign, _edge(sign), sign)


def _edge(sign: str) -> Kind:
    return "open" if sign in _OPENING else "close" if sign in _CLOSING else "ord"


def _read(table: str, kind: Kind | None) -> dict[str, Symbol]:
    entries = (entry.split() for line in table.strip().split("\n") for entry in line.split(";"))
    return {
        name: Symbol(sign, kind or _edge(sign), plain)
        for name, sign, plain in (entry for entry in entries if len(entry) == 3)
    }


_SYMBOLS: dict[str, Symbol] = {
    **{name: Symbol(sign, "ord", name.removeprefix("var")) for name, sign in _GREEK.items()},
    **_read(_ORDINARY, "ord"),
    **_read(_BINARY, "bin"),
    **_read(_RELATIONS, "rel"),
    **_read(_BIG, "big"),
    **_read(_DELIMITERS, None),
    **{sign: Symbol(sign, "ord", sign) for sign in "%$#&_"},
    "{": Symbol("{", "open", "{"),
    "}": Symbol("}", "close", "}"),
    "|": Symbol("‖", "ord", "||"),
}
_BY_SIGN = {known.text: known for known in _SYMBOLS.values() if not known.text.isascii()}
"""Signs that may also be typed as they are."""
