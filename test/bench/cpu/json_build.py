"""Records built as dicts, written as JSON, read back and summed up."""
import json
import sys
from multiprocessing import Pool


def record(i):
    return {
        "id": i,
        "name": "item-%05d" % i,
        "tags": ["t%d" % (i % k) for k in (3, 5, 7)],
        "price": round(i * 1.25 + 0.1, 2),
        "size": {"w": i % 40, "h": i % 30},
        "note": None if i % 4 else 'quoted "text" \u00e9',
    }


def work(n):
    text = json.dumps([record(i) for i in range(n)], sort_keys=True)
    back = json.loads(text)
    by_tag = {}
    for item in back:
        for tag in item["tags"]:
            by_tag.setdefault(tag, []).append(item["id"])
    area = sum(item["size"]["w"] * item["size"]["h"] for item in back)
    return len(text), area, sorted((tag, len(ids)) for tag, ids in by_tag.items())[:4]


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60000
    with Pool(2) as pool:
        for line in pool.map(work, [size, size + 1, size + 2, size + 3]):
            print(line)
