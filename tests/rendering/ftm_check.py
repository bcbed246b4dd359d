"""Checks FollowTheMoney entities with their own library, in whose environment it runs; prints what is wrong as JSON.

Beside what the library validates: that it keeps every property and value, that what a schema requires is there, and
that links join what they may.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from followthemoney import model

# The sender of a letter can be an office, which a Message cannot have.
OPTIONAL = {"sender"}


def find_faults(entities: Mapping[str, Any]) -> Iterator[str]:
    for iri, entity in entities.items():
        schema = model.get(entity["schema"])
        schema.validate(entity)
        proxy = model.get_proxy(entity)
        for name in set(schema.required) - OPTIONAL - set(entity["properties"]):
            yield f"{iri}: {name} is missing"
        for name, values in entity["properties"].items():
            prop = schema.properties.get(name)
            if prop is None or sorted(proxy.get(name)) != sorted(values):
                yield f"{iri}: {name} is not kept"
                continue
            for value in values if prop.range else ():
                if not model.get(entities[value]["schema"]).is_a(prop.range):
                    yield f"{iri}: {name} cannot be a {entities[value]['schema']}"


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    found = {entity["id"]: entity for entity in map(json.loads, lines)}
    print(json.dumps({"entities": len(found), "faults": sorted(find_faults(found))}))
