"""Checks a backup after docs/backup-format.md, and after nothing else: Python's standard library only.

    python3 verify_bag.py BAG

Prints one JSON object: {"whole": true, "files", "bytes", "seq", "head", "journal"} or {"whole": false, "fault", "file"}. "journal" is
what verify_journal.py says of the ledger in it, anchored by the bag's own labels; in an encrypted bag "sealed" stands in its
place. Ends with 0 when the bag is whole, 1 when not.
"""

import hashlib
import json
import os
import re
import sqlite3
import sys
from pathlib import Path

from verify_journal import verify as verify_journal

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAG_MANIFEST, MANIFEST, LEDGER = "tagmanifest-sha256.txt", "manifest-sha256.txt", "data/ledger.sqlite"
APPLICATION_ID = 0x416E4A75
LINE = re.compile(r"([0-9a-f]{64})  (.+)")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
LEADS_OUT = re.compile(r"[\x00-\x1f\x7f-\x9f\\]|^/|^[A-Za-z]:")


class Fault(Exception):
    def __init__(self, name, file=""):
        super().__init__(f"{name} {file}")
        self.verdict = {"whole": False, "fault": name, "file": file}


def read(bag, name, fault):
    try:
        return (bag / name).read_bytes().decode("utf-8", "replace")
    except OSError:
        raise Fault(fault, name) from None


def leads_out(path):
    return LEADS_OUT.search(path) or any(part in ("", ".", "..") for part in path.split("/"))


def manifest(bag, name):
    """Path → SHA-256."""
    listed = {}
    *lines, rest = read(bag, name, "fileMissing").split("\n")
    if rest != "":
        raise Fault("manifestUnreadable", name)
    for line in lines:
        its = LINE.fullmatch(line)
        if its is None:
            raise Fault("manifestUnreadable", name)
        digest, path = its.groups()
        if leads_out(path):
            raise Fault("pathOutside", path)
        if path in listed:
            raise Fault("manifestUnreadable", name)
        listed[path] = digest
    return listed


def files_of(bag):
    """Path → is it a plain file. A link is not followed."""
    found = {}
    for folder, folders, names in os.walk(bag):
        for name in [*names, *(its for its in folders if os.path.islink(os.path.join(folder, its)))]:
            path = Path(folder, name)
            found[path.relative_to(bag).as_posix()] = path.is_file() and not path.is_symlink()
    return found


def demand_exactly(bag, tags, payload):
    found = files_of(bag)
    found.pop(TAG_MANIFEST)
    if not all(path.startswith("data/") for path in payload) or any(path.startswith("data/") for path in tags):
        raise Fault("manifestUnreadable", MANIFEST)
    listed = {**tags, **payload}
    for path in [*listed, "bagit.txt", "bag-info.txt", MANIFEST]:
        if path not in found:
            raise Fault("fileMissing", path)
    for path, plain in found.items():
        if not plain:
            raise Fault("pathOutside", path)
        if path not in listed:
            raise Fault("fileExtra", path)


def labels_of(bag):
    said = {}
    for line in read(bag, "bag-info.txt", "notOurs").split("\n"):
        label, colon, value = line.partition(": ")
        if colon:
            said[label] = value.strip()
    oxum = re.fullmatch(r"([0-9]+)\.([0-9]+)", said.get("Payload-Oxum", ""))
    numbers = all(re.fullmatch(r"[0-9]+", said.get(label, "")) for label in ("Anjuan-Schema", "Anjuan-Seq"))
    head = re.fullmatch(r"[0-9a-f]{64}", said.get("Anjuan-Head", ""))
    instant = INSTANT.fullmatch(said.get("Anjuan-Made-At", ""))
    if not (oxum and numbers and head and instant and said.get("External-Identifier")):
        raise Fault("notOurs", "bag-info.txt")
    return said, int(oxum[1]), int(oxum[2])


def demand_ledger(payload, ending):
    if LEDGER + ending not in payload:
        raise Fault("fileMissing", LEDGER + ending)
    for path in payload:
        if not path.endswith(ending):
            raise Fault("fileExtra", path)


def demand_unaltered(bag, listed):
    """Answers the bytes of all of them."""
    total = 0
    for path, expected in listed.items():
        digest = hashlib.sha256()
        with open(bag / path, "rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
                total += len(piece)
        if digest.hexdigest() != expected:
            raise Fault("fileAltered", path)
    return total


def demand_named(bag, said):
    db = sqlite3.connect((bag / LEDGER).absolute().as_uri() + "?mode=ro&immutable=1", uri=True)
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise Fault("notOurs", LEDGER)
        (schema,) = db.execute("PRAGMA user_version").fetchone()
        seq, head = db.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        if [str(schema), str(seq), head] != [said["Anjuan-Schema"], said["Anjuan-Seq"], said["Anjuan-Head"]]:
            raise Fault("headDiffers", LEDGER)
    except sqlite3.DatabaseError as error:
        raise Fault("ledgerDamaged", LEDGER) from error
    finally:
        db.close()


def verify(bag):
    try:
        if bag.name.endswith(".partial"):
            raise Fault("unfinished", bag.name)
        if read(bag, "bagit.txt", "notABag") != DECLARATION:
            raise Fault("notABag", "bagit.txt")
        tags, payload = manifest(bag, TAG_MANIFEST), manifest(bag, MANIFEST)
        demand_exactly(bag, tags, payload)
        said, size, count = labels_of(bag)
        sealed = said.get("Anjuan-Encryption") == "age"
        demand_ledger(payload, ".age" if sealed else "")
        demand_unaltered(bag, tags)
        if demand_unaltered(bag, payload) != size or len(payload) != count:
            raise Fault("sumDiffers", "bag-info.txt")
        if not sealed:
            demand_named(bag, said)
    except Fault as fault:
        return fault.verdict
    if sealed:
        return {"whole": True, "files": count, "bytes": size, "sealed": True}
    journal = verify_journal(str(bag / LEDGER), [f"{said['Anjuan-Seq']}:{said['Anjuan-Head']}"])
    head = {"seq": int(said["Anjuan-Seq"]), "head": said["Anjuan-Head"]}
    return {"whole": True, "files": count, "bytes": size, **head, "journal": journal}


if __name__ == "__main__":
    verdict = verify(Path(sys.argv[1]))
    print(json.dumps(verdict))
    sys.exit(0 if verdict["whole"] else 1)
