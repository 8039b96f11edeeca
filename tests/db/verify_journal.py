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
        if name in ("event", "change", "search_behind") or name.startswith("sqlite_"):
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
        if (its["state"], signature["role"]) in (("sentBack", "receiver"), ("withdrawn", "withdrawer")):
            signed["reason"] = its["reason"]
        demand_signed(db, "signature", signature, signed)
        count += 1
    return count


def last_change(db, table, row_id):
    query = "SELECT max(event_seq) FROM change WHERE table_name = ? AND row_id = ?"
    return db.execute(query, (table, row_id)).fetchone()[0]


def check_extensions(db):
    """Every answer to a request for more time fits the request; answers how many there are."""
    count = 0
    for row in db.execute("SELECT * FROM extension WHERE content_hash IS NOT NULL ORDER BY id").fetchall():
        names = {"dossier_id": "dossierId", "asker_id": "askerId", "due_on": "dueOn", "new_due_on": "newDueOn", "asked_on": "askedOn"}
        signed = {names.get(name, name): row[name] for name in (*names, "step", "reason", "answer")}
        if sha256(canonical({**signed, "decision": row["state"]})) != row["content_hash"]:
            raise Fault(last_change(db, "extension", row["id"]), "signatureDiffers")
        count += 1
    return count


def check_complaints(db):
    """Every step of a complaint that was signed fits what was said in it and before it; answers how many there are."""
    count = 0
    for its in db.execute("SELECT id FROM complaint ORDER BY id").fetchall():
        before = []
        for step in db.execute("SELECT * FROM complaint_step WHERE complaint_id = ? ORDER BY id", (its["id"],)).fetchall():
            said = json.loads(step["said"])
            signed = {"complaintId": its["id"], "round": step["round"], "step": step["step"], "said": said, "before": list(before)}
            before.append(said)
            if step["content_hash"] is None:
                continue
            if sha256(canonical(signed)) != step["content_hash"]:
                raise Fault(last_change(db, "complaint_step", step["id"]), "signatureDiffers")
            count += 1
    return count


def check_case_extensions(db):
    """Every answer to a request for more time for a complaint fits the request; answers how many there are."""
    names = {"complaint_id": "complaintId", "limit_code": "limitCode", "asker_id": "askerId", "due_on": "dueOn", "new_due_on": "newDueOn",
             "asked_on": "askedOn"}
    rows = db.execute("SELECT * FROM complaint_extension WHERE content_hash IS NOT NULL ORDER BY id").fetchall()
    for row in rows:
        signed = {names.get(name, name): row[name] for name in (*names, "round", "reason", "answer")}
        if sha256(canonical({**signed, "granted": row["state"] == "granted"})) != row["content_hash"]:
            raise Fault(last_change(db, "complaint_extension", row["id"]), "signatureDiffers")
    return len(rows)


def check_penalties(db):
    """What was said to a penalty or reward, decided on it and taken back fits it; answers how many signatures there are."""
    names = {"complaint_id": "complaintId", "staff_id": "staffId", "amount_fen": "amountFen", "to_all": "toAll", "proposed_by": "proposedBy"}
    count = 0
    for row in db.execute("SELECT * FROM penalty ORDER BY id").fetchall():
        proposal = {names.get(name, name): row[name] for name in (*names, "no", "kind", "measure", "title", "points", "facts", "basis")}
        granted = None if row["granted"] is None else row["granted"] == 1
        for found, more in (
            (row["statement_hash"], {"way": row["statement_way"], "statement": row["statement"]}),
            (row["decision_hash"], {"statementHash": row["statement_hash"], "granted": granted, "opinion": row["opinion"],
                                    "effectiveOn": row["effective_on"]}),
            (row["withdraw_hash"], {"decisionHash": row["decision_hash"], "reason": row["withdraw_reason"]}),
        ):
            if found is None:
                continue
            if sha256(canonical({**proposal, **more})) != found:
                raise Fault(last_change(db, "penalty", row["id"]), "signatureDiffers")
            count += 1
    return count


def check_procedures(db):
    """Every version of a procedure that was signed is as it was; answers how many there are."""
    rows = db.execute("SELECT * FROM complaint_procedure WHERE content_hash IS NOT NULL ORDER BY id").fetchall()
    for row in rows:
        signed = {"firstId": row["first_id"], "version": row["version"], "definition": json.loads(row["definition"])}
        if sha256(canonical(signed)) != row["content_hash"]:
            raise Fault(last_change(db, "complaint_procedure", row["id"]), "signatureDiffers")
    return len(rows)


def check_supplements(db):
    """Every signature of a supplement list fits its lines; answers how many there are."""
    count = 0
    for its in db.execute("SELECT * FROM supplement_list ORDER BY id").fetchall():
        lines = db.execute("SELECT * FROM supplement_line WHERE list_id = ? ORDER BY ordinal", (its["id"],)).fetchall()
        listed = [{name: line[name] for name in ("title", "fault", "basis", "part")} for line in lines]
        head = {"no": its["no"], "dossierId": its["dossier_id"], "responsibleId": its["responsible_id"], "dueOn": its["due_on"]}
        if sha256(canonical({**head, "lines": listed})) != its["content_hash"]:
            raise Fault(last_change(db, "supplement_list", its["id"]), "signatureDiffers")
        count += 1
        for line in lines:
            for expected, found in line_signatures(db, its["no"], line):
                if sha256(canonical(expected)) != found:
                    raise Fault(last_change(db, "supplement_line", line["id"]), "signatureDiffers")
                count += 1
    return count


def line_signatures(db, no, line):
    about = {"no": no, "title": line["title"], "fault": line["fault"]}
    for row in db.execute("SELECT * FROM supplement_delivery WHERE line_id = ? ORDER BY id", (line["id"],)).fetchall():
        handed = {**about, "pages": row["pages"], "handedOn": row["handed_on"]}
        yield handed, row["giver_hash"]
        if row["receiver_hash"] is not None:
            decided = {**handed, "remark": row["remark"], "decision": row["state"]}
            if row["pages_found"] is not None:
                decided["pagesFound"] = row["pages_found"]
            yield decided, row["receiver_hash"]
    if line["withdrawn_hash"] is not None:
        yield {**about, "reason": line["reason"]}, line["withdrawn_hash"]


def staff_line(row):
    line = {name: row[name] for name in ("kind", "title", "detail", "successor")}
    line["recordId"], line["successorId"], line["staysFor"] = row["record_id"], row["successor_id"], row["stays_for"]
    return {key: value for key, value in line.items() if value is not None}


def check_staff_signatures(db):
    """The same for staff handovers, each signature with the round it was given in, and for exceptions."""
    count = 0
    for signature in db.execute("SELECT * FROM staff_handover_signature ORDER BY id").fetchall():
        its = db.execute("SELECT * FROM staff_handover_round WHERE id = ?", (signature["round_id"],)).fetchone()
        head = db.execute("SELECT * FROM staff_handover WHERE id = ?", (its["handover_id"],)).fetchone()
        rows = db.execute("SELECT * FROM staff_handover_line WHERE round_id = ? ORDER BY ordinal", (its["id"],))
        signed = {"no": head["no"], "cause": head["cause"], "fromId": head["from_id"], "from": its["from_name"]}
        signed.update(department=its["department"], round=its["round"], lines=[staff_line(row) for row in rows])
        signed.update(supervisor=its["supervisor_name"], supervisorId=its["supervisor_id"])
        if signature["absence"] is not None:
            signed["absence"] = signature["absence"]
        demand_signed(db, "staff_handover_signature", signature, signed)
        count += 1
    for exception in db.execute("SELECT * FROM leaving_exception ORDER BY id").fetchall():
        signed = {"held": exception["held"], "reason": exception["reason"], "staffId": exception["staff_id"]}
        demand_signed(db, "leaving_exception", exception, signed)
        count += 1
    return count


def demand_signed(db, table, signature, signed):
    if sha256(canonical(signed)) != signature["content_hash"]:
        (seq,) = db.execute(
            "SELECT event_seq FROM change WHERE table_name = ? AND row_id = ? AND before IS NULL",
            (table, signature["id"]),
        ).fetchone()
        raise Fault(seq, "signatureDiffers")


DISPOSAL_LINE = {
    "archiveNo": "archive_no",
    "className": "class_name",
    "dossierId": "dossier_id",
    "keepUntil": "keep_until",
    "keptFrom": "kept_from",
    "newUntil": "new_until",
}
DISPOSAL_SAME = ("decision", "items", "pages", "remarks", "retention", "title", "year")


def signed_line(row):
    line = {name: row[name] for name in DISPOSAL_SAME}
    line.update({name: row[column] for name, column in DISPOSAL_LINE.items()})
    return {key: value for key, value in line.items() if value is not None}


def check_disposal_signatures(db):
    """Every signature under a list of appraisal, destruction or transfer fits it; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM disposal_signature ORDER BY id").fetchall():
        its = db.execute("SELECT * FROM disposal WHERE id = ?", (signature["disposal_id"],)).fetchone()
        rows = db.execute("SELECT * FROM disposal_line WHERE disposal_id = ? ORDER BY ordinal", (its["id"],))
        signed = {name: its[name] for name in ("no", "kind", "reason", "receiver")}
        signed["receiverPerson"], signed["receiverDocument"] = its["receiver_person"], its["receiver_document"]
        signed["lines"] = [signed_line(row) for row in rows]
        if its["appraisal_id"] is not None:
            signed["appraisalId"] = its["appraisal_id"]
        if signature["role"] == "approver" and its["state"] == "refused":
            signed["refusedBecause"] = its["closing_reason"]
        if signature["role"] not in ("maker", "approver"):
            signed["doneOn"] = its["done_on"]
        if sha256(canonical(signed)) != signature["content_hash"]:
            (seq,) = db.execute(
                "SELECT event_seq FROM change WHERE table_name = 'disposal_signature' AND row_id = ? AND before IS NULL",
                (signature["id"],),
            ).fetchone()
            raise Fault(seq, "signatureDiffers")
        count += 1
    return count


STOCKTAKE = {
    "asOf": "as_of",
    "firstCounterId": "first_counter_id",
    "no": "no",
    "plan": "plan",
    "population": "population",
    "safeId": "safe_id",
    "sampleSize": "sample_size",
    "scope": "scope",
    "secondCounterId": "second_counter_id",
    "seed": "seed",
    "seedSeq": "seed_seq",
    "startedOn": "started_on",
}
STOCKTAKE_ENTRY = {
    "certificateNo": "certificate_no",
    "compartmentId": "compartment_id",
    "quantity": "quantity",
    "titleId": "title_id",
}
STOCKTAKE_LINE = {
    "action": "action",
    "cause": "cause",
    "certificateNo": "certificate_no",
    "expectedCompartmentId": "expected_compartment_id",
    "expectedQuantity": "expected_quantity",
    "foundCompartmentId": "found_compartment_id",
    "foundQuantity": "found_quantity",
    "outQuantity": "out_quantity",
    "titleId": "title_id",
}


def named(row, columns):
    return {key: row[column] for key, column in columns.items() if row[column] is not None}


def check_stocktakes(db):
    """Every signature under a count of title documents fits it; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM stocktake_signature ORDER BY id").fetchall():
        its = (signature["stocktake_id"],)
        signed = named(db.execute("SELECT * FROM stocktake WHERE id = ?", its).fetchone(), STOCKTAKE)
        rows = db.execute("SELECT * FROM stocktake_entry WHERE stocktake_id = ? ORDER BY ordinal", its)
        signed["entries"] = [named(row, STOCKTAKE_ENTRY) for row in rows]
        if signature["role"] == "executive":
            rows = db.execute("SELECT * FROM stocktake_line WHERE stocktake_id = ? ORDER BY ordinal", its)
            signed["lines"] = [named(row, STOCKTAKE_LINE) for row in rows]
        demand_signed(db, "stocktake_signature", signature, signed)
        count += 1
    return count


TITLE_SLIP = {
    "basis": "basis",
    "dueOn": "due_on",
    "handoverId": "handover_id",
    "kind": "kind",
    "movedOn": "moved_on",
    "no": "no",
    "operatorId": "operator_id",
    "party": "party",
    "partyStaffId": "party_staff_id",
    "projectId": "project_id",
    "reason": "reason",
    "remarks": "remarks",
    "reversesId": "reverses_id",
    "secondId": "second_id",
    "stocktakeId": "stocktake_id",
}
TITLE_LINE = {
    "certificateNo": "certificate_no",
    "expiresOn": "expires_on",
    "issuedBy": "issued_by",
    "issuedOn": "issued_on",
    "kind": "kind",
    "name": "name",
    "ordinal": "ordinal",
    "owner": "owner",
    "quantity": "quantity",
    "remarks": "remarks",
    "storage": "storage",
    "valueFen": "value_fen",
}

BECOMES = {
    "certificateNo": "certificate_no",
    "kind": "kind",
    "name": "name",
    "owner": "owner",
    "quantity": "whole",
    "storage": "storage",
}


def spot(row, side):
    place, compartment = row[side + "_place"], row[side + "_compartment_id"]
    return place if compartment is None else f"{place} {compartment}"


def check_slips(db):
    """Both signatures under each movement of title documents fit it; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM title_slip_signature ORDER BY id").fetchall():
        its = (signature["slip_id"],)
        signed = named(db.execute("SELECT * FROM title_slip WHERE id = ?", its).fetchone(), TITLE_SLIP)
        rows = db.execute(
            "SELECT m.*, t.certificate_no, t.kind, t.name, t.owner, t.quantity AS whole, t.storage"
            " FROM title_movement m JOIN title t ON t.id = m.title_id WHERE m.slip_id = ? ORDER BY m.ordinal",
            its,
        ).fetchall()
        if signed["kind"] == "exchange":
            signed["becomes"] = next(named(row, BECOMES) for row in rows if row["from_place"] == "outside")
        signed["lines"] = [
            {
                "certificateNo": row["certificate_no"],
                "from": spot(row, "from"),
                "quantity": row["quantity"],
                "titleId": row["title_id"],
                "to": spot(row, "to"),
            }
            for row in rows
        ]
        demand_signed(db, "title_slip_signature", signature, signed)
        count += 1
    return count


BORROWING = {
    "no": "no",
    "borrowerId": "borrower_id",
    "department": "department",
    "purpose": "purpose",
    "way": "way",
    "dueOn": "asked_due_on",
    "outsiderName": "outsider_name",
    "outsiderOrganisation": "outsider_organisation",
}
BORROWED = {
    "ordinal": "ordinal",
    "kind": "kind",
    "dossierId": "dossier_id",
    "itemId": "item_id",
    "titleId": "title_id",
    "number": "number",
    "name": "name",
    "quantity": "quantity",
}
RETURNED = {
    "lineId": "line_id",
    "found": "found",
    "condition": "condition",
    "remarks": "remarks",
    "missing": "missing",
    "responsibleId": "responsible_id",
    "dueOn": "due_on",
}
RENEWED = {"fromDueOn": "from_due_on", "newDueOn": "new_due_on", "reason": "reason", "opinion": "opinion"}


def borrowing_signed(db, its, signature):
    """What that signature of borrowing stands under."""

    def rows(query, of):
        return db.execute(query, (of,)).fetchall()

    if signature["role"] in ("receiver", "confirmer"):
        back = rows("SELECT * FROM borrowing_return WHERE id = ?", signature["return_id"])[0]
        lines = rows("SELECT * FROM borrowing_return_line WHERE return_id = ? ORDER BY id", back["id"])
        signed = named(back, {"returnedOn": "returned_on", "titleSlipId": "title_slip_id"})
        return {**signed, "no": its["no"], "lines": [named(line, RETURNED) for line in lines]}
    if signature["role"] == "renewer":
        renewal = rows("SELECT * FROM borrowing_renewal WHERE id = ?", signature["renewal_id"])[0]
        return {**named(renewal, RENEWED), "no": its["no"], "granted": renewal["state"] == "granted"}
    if signature["role"] == "settler":
        settled = rows("SELECT * FROM borrowing_settlement WHERE line_id = ?", signature["line_id"])[0]
        signed = named(settled, {"lineId": "line_id", "settledOn": "settled_on", "reason": "reason"})
        return {**signed, "no": its["no"]}
    lines = rows("SELECT * FROM borrowing_line WHERE borrowing_id = ? ORDER BY ordinal", its["id"])
    signed = named(its, BORROWING)
    if its["outsider_document"] != "":
        signed["outsiderDocument"] = its["outsider_document"]
    if signature["role"] == "approver":
        decided = {"approved": its["state"] != "rejected", "opinion": its["opinion"]}
        return {**signed, **decided, "lines": [named(line, BORROWED) for line in lines]}
    lent = named(its, {"lentOn": "lent_on", "titleSlipId": "title_slip_id"})
    went = [line for line in lines if line["state"] != "notLent"]
    fields = {**BORROWED, "copies": "copies"} if its["copies_signed"] else BORROWED
    return {**signed, **lent, "lines": [named(line, fields) for line in went]}


def check_borrowings(db):
    """Every signature of borrowing fits its slip, return, renewal or line; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM borrowing_signature ORDER BY id").fetchall():
        its = db.execute("SELECT * FROM borrowing WHERE id = ?", (signature["borrowing_id"],)).fetchone()
        demand_signed(db, "borrowing_signature", signature, borrowing_signed(db, its, signature))
        count += 1
    return count


FREED = {
    "endedById": "ended_by",
    "endedOn": "ended_on",
    "projectId": "project_id",
    "reason": "ended_because",
    "sinceOn": "since_on",
    "titleId": "title_id",
}


def check_freed(db):
    """Every signature of an executive who freed a title from a contract fits it; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM title_security_signature ORDER BY id").fetchall():
        row = db.execute("SELECT * FROM title_security WHERE id = ?", (signature["security_id"],)).fetchone()
        demand_signed(db, "title_security_signature", signature, named(row, FREED))
        count += 1
    return count


def compared(row):
    found = named(row, {"ordinal": "ordinal", "quantityFound": "quantity_found", "checkRemark": "check_remark"})
    for key, column in (("nameAgrees", "name_agrees"), ("numberAgrees", "number_agrees")):
        if row[column] is not None:
            found[key] = row[column] == 1
    return found


def check_title_handovers(db):
    """Every signature under a list of title documents fits it; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM title_handover_signature ORDER BY id").fetchall():
        its = db.execute("SELECT * FROM title_handover WHERE id = ?", (signature["handover_id"],)).fetchone()
        query = "SELECT * FROM title_handover_line WHERE handover_id = ? ORDER BY ordinal"
        rows = db.execute(query, (its["id"],)).fetchall()
        signed = named(its, {"no": "no", "projectId": "project_id", "obtainedOn": "obtained_on"})
        signed["lines"] = [named(row, TITLE_LINE) for row in rows]
        if signature["role"] in ("sender", "withdrawer"):
            signed["reason"] = its["reason"]
        elif signature["role"] != "giver":
            signed["compared"] = [compared(row) for row in rows]
        demand_signed(db, "title_handover_signature", signature, signed)
        count += 1
    return count


SAFE_SIGNED = {
    "custody": (
        "safe_custody",
        ("safeId safe_id kind kind label label giverId giver_id holderId holder_id"
         " supervisorId supervisor_id reason reason takenOn taken_on"),
    ),
    "opening": ("safe_opening", "safeId safe_id openedAt opened_at reason reason operatorId operator_id secondId second_id"),
    "closing": ("safe_closing", "safeId safe_id day day asOf as_of operatorId operator_id secondId second_id"),
    "month": ("title_month", "month month asOf as_of closedBy closed_by secondId second_id"),
}


def check_safes(db):
    """Every signature under keys, openings, closed days and months fits them; answers how many there are."""
    count = 0
    for signature in db.execute("SELECT * FROM safe_signature ORDER BY id").fetchall():
        table, words = SAFE_SIGNED[signature["subject_kind"]]
        row = db.execute(f"SELECT * FROM {table} WHERE id = ?", (signature["subject_id"],)).fetchone()
        words = words.split()
        signed = named(row, dict(zip(words[::2], words[1::2])))
        if table == "safe_custody" and row["absence"] != "":
            signed["absence"] = row["absence"]
        if table == "safe_closing":
            query = "SELECT * FROM safe_closing_line WHERE closing_id = ? ORDER BY id"
            columns = ("kind", "opening", "came", "went", "closing")
            signed["lines"] = [{name: its[name] for name in columns} for its in db.execute(query, (row["id"],))]
        demand_signed(db, "safe_signature", signature, signed)
        count += 1
    return count


def void_since(db, number_id):
    """The event in which the number became void."""
    query = "SELECT event_seq, after FROM change WHERE table_name = 'archive_number' AND row_id = ? ORDER BY event_seq"
    changes = db.execute(query, (number_id,)).fetchall()
    return next(change["event_seq"] for change in changes if json.loads(change["after"]).get("void_hash") is not None)


def check_void_numbers(db):
    """Every signature under a void number fits it; answers how many there are."""
    count = 0
    for row in db.execute("SELECT * FROM archive_number WHERE void_hash IS NOT NULL ORDER BY id").fetchall():
        signed = {"reason": row["void_reason"], "signedBy": row["voided_by"], "text": row["text"]}
        if row["dossier_id"] is not None:
            signed["dossierId"] = row["dossier_id"]
        replacement = db.execute("SELECT text FROM archive_number WHERE replaces_id = ?", (row["id"],)).fetchone()
        if replacement is not None:
            signed["replacedBy"] = replacement["text"]
        if sha256(canonical(signed)) != row["void_hash"]:
            raise Fault(void_since(db, row["id"]), "signatureDiffers")
        count += 1
    return count


def check_restores(db):
    """What two people signed of a restore fits its row; answers how many there are."""
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'restore'").fetchone() is None:
        return 0
    count = 0
    for row in db.execute("SELECT * FROM restore ORDER BY id").fetchall():
        signed = {
            "althoughNewer": row["although_newer"] == 1,
            "aside": row["aside"],
            "firstName": row["first_name"],
            "head": row["head"],
            "lostEvents": row["lost_events"],
            "name": row["name"],
            "place": row["place"],
            "restoredAt": row["restored_at"],
            "secondName": row["second_name"],
            "seq": row["seq"],
        }
        if row["old_seq"] is not None:
            signed["oldSeq"] = row["old_seq"]
            signed["oldHead"] = row["old_head"]
        if sha256(canonical(signed)) != row["content_hash"]:
            raise Fault(last_change(db, "restore", row["id"]), "signatureDiffers")
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
        signatures = check_signatures(db) + check_extensions(db) + check_supplements(db)
        signatures += check_stocktakes(db) + check_staff_signatures(db) + check_disposal_signatures(db) + check_void_numbers(db)
        signatures += check_restores(db)
        signatures += check_complaints(db) + check_case_extensions(db) + check_penalties(db) + check_procedures(db)
        signatures += check_slips(db) + check_title_handovers(db) + check_safes(db) + check_freed(db)
        signatures += check_borrowings(db)
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
