"""Checks the bundle of a published verdict without any code of Countersign.

    python3 verify.py BUNDLE.json KEYS

Python's standard library alone; Ed25519 is checked by the command `openssl`. Ends with 0 when the bundle holds, and with 1
and what is wrong when it does not. Written from RFC 6962, RFC 9162, RFC 8785 and C2SP's signed-note and tlog-checkpoint.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile


def sha256(data):
    return hashlib.sha256(data).digest()


def demand(condition, why):
    if not condition:
        print("wrong: " + why)
        sys.exit(1)


def canonical(value):
    """RFC 8785 for values without fractions; names of members sort by their UTF-16 code units."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    demand(not isinstance(value, float), "a number with a fraction")
    return json.dumps(value, ensure_ascii=False)


def read_keys(text):
    keys = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, key_id, material = line.strip().split("+", 2)
        raw = base64.b64decode(material, validate=True)
        demand(raw[0] == 1 and len(raw) == 33, "no Ed25519 key")
        own = sha256(name.encode() + b"\n" + raw)[:4]
        demand(own.hex() == key_id, "the id is not that of the key")
        keys[(name, own)] = raw[1:]
    return keys


def is_signed(text, signature, public):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("key", "signature", "text")]
        der = bytes.fromhex("302a300506032b6570032100") + public
        for path, data in zip(paths, (der, signature, text)):
            with open(path, "wb") as file:
                file.write(data)
        done = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths[0],
             "-rawin", "-sigfile", paths[1], "-in", paths[2]],
            capture_output=True, check=False)
        return done.returncode == 0


def open_checkpoint(note, keys):
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    signed = False
    for line in signatures.splitlines():
        dash, name, encoded = line.split(" ")
        demand(dash == "\u2014", "a signature line without its dash")
        raw = base64.b64decode(encoded, validate=True)
        public = keys.get((name, raw[:4]))
        if public is None or name != origin:
            continue
        demand(is_signed(text.encode(), raw[4:], public), "the checkpoint's signature")
        signed = True
    demand(signed, "no known key signed the checkpoint")
    return int(size), base64.b64decode(root, validate=True)


def root_of(leaf, index, size, proof):
    """RFC 9162, 2.1.3.2."""
    demand(0 <= index < size, "no such place in the tree")
    fn, sn, node = index, size - 1, leaf
    for sibling in proof:
        demand(sn != 0, "the proof is too long")
        if fn % 2 == 1 or fn == sn:
            node = sha256(b"\x01" + sibling + node)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            node = sha256(b"\x01" + node + sibling)
        fn, sn = fn // 2, sn // 2
    demand(sn == 0, "the proof is too short")
    return node


def check_entry(given, size, root):
    entry = json.loads(given["entry"])
    demand(canonical(entry) == given["entry"], "the entry is not canonical")
    demand(entry["index"] == given["index"], "the entry's number")
    leaf = sha256(b"\x00" + given["entry"].encode())
    proof = [bytes.fromhex(h) for h in given["inclusion"]]
    demand(root_of(leaf, given["index"], size, proof) == root, "the entry is not in the tree")
    demand(sha256(given["record"].encode()).hex() == entry["recordHash"], "the record's hash")
    record = json.loads(given["record"])
    for name, other in (("kind", "kind"), ("claim", "slug"), ("publication", "number"), ("contentHash", "contentHash")):
        demand(entry[name] == record[other], "entry and record differ in " + name)
    return entry, record


def main(bundle_path, keys_path):
    with open(bundle_path, encoding="utf-8") as file:
        bundle = json.load(file)
    with open(keys_path, encoding="utf-8") as file:
        keys = read_keys(file.read())
    proof = bundle["proof"]
    size, root = open_checkpoint(proof["checkpoint"], keys)
    entry, record = check_entry(proof["publication"], size, root)
    demand(record["kind"] in ("published", "corrected"), "the entry is no publication")
    demand(sha256(record["content"].encode()).hex() == entry["contentHash"], "the content's hash")
    demand(canonical(bundle["content"]) == record["content"], "the content")
    for name in ("claimId", "slug", "shortClaim", "number", "contentHash", "publishedAt", "credits", "exceptions",
                 "settlement", "replies"):
        demand(bundle[name] == record[name], name)
    shown = bundle["notice"]
    if proof["notice"] is None:
        demand(shown is None, "the notice is not in the log")
    else:
        later, told = check_entry(proof["notice"], size, root)
        kinds = {"retracted": "retracted", "correction_begun": "being_corrected"}
        demand(later["index"] > entry["index"] and told["claimId"] == record["claimId"], "the notice's entry")
        demand(shown == {"kind": kinds.get(told["kind"]), "reason": told["reason"], "since": told["since"]}, "the notice")
    print("holds: entry %d of %d" % (entry["index"], size))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
