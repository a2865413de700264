"""The measures, one a file: formula, source, and the function from tallies to an observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.analysis.measures.bodies import BODIES
from genderstats.analysis.measures.ceiling import CEILING
from genderstats.analysis.measures.dissimilarity import DISSIMILARITY
from genderstats.analysis.measures.distribution import DISTRIBUTION
from genderstats.analysis.measures.gap import GAP
from genderstats.analysis.measures.part import PART
from genderstats.analysis.measures.pay import MEAN_GAP, MEDIAN_GAP
from genderstats.analysis.measures.rate import RATE
from genderstats.analysis.measures.ratio import RATIO
from genderstats.analysis.measures.share import SHARE

if TYPE_CHECKING:
    from genderstats.analysis.measures.measure import Measure

#: The measures by the name under which an indicator asks for one.
MEASURES: dict[str, Measure] = {
    "share": SHARE,
    "rate": RATE,
    "part": PART,
    "distribution": DISTRIBUTION,
    "bodies": BODIES,
    "gap": GAP,
    "ratio": RATIO,
    "ceiling": CEILING,
    "dissimilarity": DISSIMILARITY,
    "mean-gap": MEAN_GAP,
    "median-gap": MEDIAN_GAP,
}
