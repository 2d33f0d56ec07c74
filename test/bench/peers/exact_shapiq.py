"""Times shapiq's exact Shapley value of games given as unanimity terms, end to end: one JSON line of seconds per round."""

import importlib.metadata
import json
import sys
import time

import numpy as np
from shapiq import ExactComputer


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        agents = asked["agents"]
        terms = np.zeros((len(asked["terms"]), agents))
        for row, term in enumerate(asked["terms"]):
            terms[row, term["members"]] = 1
        sizes = terms.sum(axis=1)
        coefficients = np.array([term["coefficient"] for term in asked["terms"]])

        def game(coalitions: np.ndarray) -> np.ndarray:
            return (np.asarray(coalitions, dtype=float) @ terms.T == sizes) @ coefficients

        start = time.perf_counter()
        values = ExactComputer(game=game, n_players=agents)("SV")
        seconds = time.perf_counter() - start
        credit = [float(values[(agent,)]) for agent in range(agents)]
        version = importlib.metadata.version("shapiq")
        print(json.dumps({"seconds": seconds, "credit": credit, "version": version}), flush=True)


main()
