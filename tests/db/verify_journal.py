"""Checks a ledger after docs/journal-format.md, and after nothing else: Python's standard library only.

    python3 verify_journal.py COPY.sqlite [SEQ:CODE ...]

Prints one JSON object: {"whole": true, "events", "changes", "signatures", "seq", "hash"} or {"whole": false, "seq", "fault"}.
Ends with 0 when whole, 1 when not.
"""

import hashlib
import json
import sqlite3
import sys

NO_HASH = "0" * 64
FIRST_LINE = "anjuan-event-1"


class Fault(Exception):
    def __init__(self, seq, name):
        super().__init__(f"{name} at event {seq}")
        self.verdict = {"whole": False, "seq": seq, "fault": name}


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def sha256(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def or_dash(value):
    return "-" if value is None else str(value)


def event_hash(event, changes):
    lines = [
        FIRST_LINE,
        event["prev"],
        str(event["seq"]),
        event["at"],
        or_dash(event["actor_id"]),
        or_dash(event["session"]),
        event["action"],
        event["input"],
        "-" if event["reason"] is None else canonical(event["reason"]),
    ]
    for change in changes:
        lines.append(f"{change['id']} {change['table_name']} {change['row_id']}")
        lines.append(or_dash(change["before"]))
        lines.append(or_dash(change["after"]))
    return sha256("".join(line + "\n" for line in lines))


def is_ambiguous(text):
    return text is not None and (text == "-" or "\n" in text)


def holds_ambiguous(event, changes):
    texts = [event[name] for name in ("prev", "at", "session", "action", "input")]
    for change in changes:
        texts += [change[name] for name in ("table_name", "before", "after")]
    return any(is_ambiguous(text) for text in texts)


def walk(db):
    """The chain from the first event to the last; answers the hash of each and the number of changes."""
    changes_of = {}
    for change in db.execute("SELECT * FROM change ORDER BY id"):
        changes_of.setdefault(change["event_seq"], []).append(change)
    hashes, seen, prev = {}, 0, NO_HASH
    for event in db.execute("SELECT * FROM event ORDER BY seq"):
        expected = len(hashes) + 1
        its = changes_of.pop(event["seq"], [])
        if event["seq"] != expected:
            raise Fault(expected, "gap")
        if event["prev"] != prev:
            raise Fault(expected, "notChained")
        if [change["id"] for change in its] != list(range(seen + 1, seen + len(its) + 1)):
            raise Fault(expected, "changeGap")
        if event_hash(event, its) != event["hash"] or holds_ambiguous(event, its):
            raise Fault(expected, "altered")
        prev = hashes[expected] = event["hash"]
        seen += len(its)
    if changes_of:
        raise Fault(min(changes_of), "changeWithoutEvent")
    return hashes, seen


def check_tables(db, newest):
    """Every row stands as its last change left it."""
    last = {}
    for change in db.execute("SELECT * FROM change ORDER BY id"):
        last[change["table_name"], change["row_id"]] = change
    differing = []
    names = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").fetchall()
    for (name,) in names:
        if name in ("event", "change") or name.startswith("sqlite_"):
            continue
        for row in db.execute(f'SELECT * FROM "{name}"'):
            change = last.pop((name, row["id"]), None)
            if change is None:
                differing.append(newest)
                continue
            after = None if change["after"] is None else json.loads(change["after"])
            if after is None or any(after[c] != row[c] for c in row.keys() if c in after):
                differing.append(change["event_seq"])
    differing += [change["event_seq"] for change in last.values() if change["after"] is not None]
    if differing:
        raise Fault(min(differing), "rowDiffers")


def signed_item(row, role):
    item = {name: row[name] for name in ("part", "no", "title", "responsible", "originality", "copies", "pages", "remarks")}
    item["documentNo"], item["datedOn"] = row["document_no"], row["dated_on"]
    item["pageFrom"], item["pageTo"] = row["page_from"], row["page_to"]
    item["signatureComplete"] = row["signature_complete"] == 1
    if row["volume"] != 1:
        item["volume"] = row["volume"]
    if role != "giver":
        item["pagesFound"], item["checkRemark"] = row["pages_found"], row["check_remark"]
    return {key: value for key, value in item.items() if value is not None}


def check_signatures(db):
    """Every signature fits the list that stands in the tables; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM signature ORDER BY id").fetchall():
        its = db.execute("SELECT * FROM handover WHERE id = ?", (signature["handover_id"],)).fetchone()
        rows = db.execute("SELECT * FROM handover_item WHERE handover_id = ? ORDER BY ordinal", (its["id"],))
        items = [signed_item(row, signature["role"]) for row in rows]
        signed = {"no": its["no"], "kind": its["kind"], "dossierId": its["dossier_id"], "items": items}
        if its["state"] == "sentBack" and signature["role"] == "receiver":
            signed["reason"] = its["reason"]
        if sha256(canonical(signed)) != signature["content_hash"]:
            (seq,) = db.execute(
                "SELECT event_seq FROM change WHERE table_name = 'signature' AND row_id = ? AND before IS NULL",
                (signature["id"],),
            ).fetchone()
            raise Fault(seq, "signatureDiffers")
        count += 1
    return count


def check_anchors(anchors, hashes):
    for anchor in anchors:
        seq, code = anchor.split(":")
        if int(seq) not in hashes:
            raise Fault(len(hashes) + 1, "shorterThanPaper")
        if not hashes[int(seq)].startswith(code.lower()):
            raise Fault(int(seq), "differsFromPaper")


def verify(path, anchors):
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        hashes, changes = walk(db)
        check_tables(db, len(hashes))
        signatures = check_signatures(db)
        check_anchors(anchors, hashes)
    except Fault as fault:
        return fault.verdict
    finally:
        db.close()
    head = hashes.get(len(hashes), NO_HASH)
    return {
        "whole": True,
        "events": len(hashes),
        "changes": changes,
        "signatures": signatures,
        "seq": len(hashes),
        "hash": head,
    }


if __name__ == "__main__":
    verdict = verify(sys.argv[1], sys.argv[2:])
    print(json.dumps(verdict))
    sys.exit(0 if verdict["whole"] else 1)
