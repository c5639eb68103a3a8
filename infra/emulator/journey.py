"""The API journey of a family, from signing up to the downloaded export, over HTTP against whatever answers there."""

import base64
import hashlib
import io
import json
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
import zlib

PASSWORD = "brisk otter lamp"


def say(text):
    print(f"  {text}", flush=True)


def wait_for(what, look, seconds):
    """Looks until there is something, and gives it back."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        found = look()
        if found:
            say(f"{what}: after {time.monotonic() - start:.1f} s")
            return found
        time.sleep(0.5)
    raise AssertionError(f"{what}: not within {seconds} s")


def small_png():
    """A picture of one grey pixel."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


class Answer:
    def __init__(self, status, headers, data):
        self.status, self.headers, self.data = status, headers, data

    def json(self):
        return json.loads(self.data)


class Client:
    """HTTP with the certificate of the emulator, which is nobody else's."""

    def __init__(self, authority=None):
        context = ssl.create_default_context(cafile=authority) if authority else None
        handlers = [urllib.request.HTTPSHandler(context=context)] if context else []
        self.opener = urllib.request.build_opener(*handlers)

    def send(self, method, url, headers=None, body=None):
        request = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
        try:
            with self.opener.open(request, timeout=60) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())


class Api:
    """The API of a stack: where it is, and what every request must show."""

    def __init__(self, client, address, headers):
        self.client, self.address, self.headers = client, address, headers
        self.token = None

    def call(self, method, path, body=None, **headers):
        sent = dict(self.headers, **{name.replace("_", "-"): value for name, value in headers.items()})
        if self.token:
            sent["authorization"] = f"Bearer {self.token}"
        if body is not None:
            sent["content-type"] = "application/json"
        return self.client.send(method, self.address + path, sent, None if body is None else json.dumps(body).encode())

    def expect(self, status, method, path, body=None, **headers):
        answer = self.call(method, path, body, **headers)
        assert answer.status == status, f"{method} {path} answered {answer.status}: {answer.data[:400]!r}"
        return answer.json() if answer.data else None

    def create(self, path, body):
        return self.expect(201, "POST", path, body)["id"]

    def sign_in(self, email):
        login = {"email": email, "password": PASSWORD, "session": "token"}
        self.token = None
        self.token = self.expect(200, "POST", "/api/auth/login", login)["access_token"]


def run(api, letters, email):
    """The whole journey, of the first account. `letters(address)` gives the texts that were sent to an address."""
    say("what is not there is not found, and who does not come in by the door is refused")
    # A REST API calls forbidden what it has no route for.
    assert api.call("GET", "/api/families/nothing/at/all").status in (403, 404)
    assert api.call("GET", "/api/families").status == 401

    account = {"email": email, "password": PASSWORD, "name": "Ana", "session": "token"}
    signed_up = api.expect(201, "POST", "/api/auth/register", account)
    assert signed_up["user"]["role"] == "admin", "the first account is the admin's"
    api.token = signed_up["access_token"]

    def verification():
        links = [re.search(r"/verify-email#(\S+?)[\s\"<]", text + " ") for text in letters(email)]
        return next((link.group(1) for link in links if link), None)

    token = wait_for("the letter with the link arrived", verification, 60)
    api.expect(204, "POST", "/api/auth/verify-email", {"token": token})
    assert api.expect(200, "GET", "/api/account")["email_verified"]

    say("a cookie's session is renewed")
    answer = api.call("POST", "/api/auth/login", dict(email=email, password=PASSWORD, session="cookie"))
    assert answer.status == 200, answer.data
    cookie = answer.headers["set-cookie"].split(";")[0]
    renewed = api.call("POST", "/api/auth/refresh", {}, cookie=f"theme=dark; {cookie}", sec_fetch_site="same-origin")
    assert renewed.status == 200, (renewed.status, renewed.data)

    say("a family with a child and its records")
    family = api.create("/api/families", {"name": "Otter"})
    api.sign_in(email)
    child = api.create(f"/api/children?family={family}", {"name": "Juna", "date_of_birth": "2024-02-29", "sex": "female"})
    of_child = f"/api/children/{child}"
    visit = api.create(f"{of_child}/visits", {
        "date": "2025-02-10", "title": "Check-up at one year", "type": "wellness", "doctor": "Dr. Hale", "outcome": "All well.",
    })
    measurement = api.create(f"{of_child}/measurements", {
        "date": "2025-02-10", "weight": {"value": 9.8, "unit": "kg"}, "height": {"value": 76.5, "unit": "cm"}, "visit_id": visit,
    })
    api.create(f"{of_child}/illnesses", {"types": ["flu"], "started_on": "2025-01-12", "ended_on": "2025-01-19", "severity": 6})
    changed = {"date": "2025-02-10", "weight": {"value": 9.9, "unit": "kg"}, "visit_id": visit}
    path = f"{of_child}/measurements/{measurement}"
    assert api.expect(200, "PUT", path, changed, if_match='"1"')["rev"] == 2
    other = {**changed, "weight": {"value": 9.7, "unit": "kg"}}
    assert api.call("PUT", path, other, if_match='"1"').status == 412, "a change of what has changed meanwhile"
    api.expect(200, "GET", "/api/medical-events/vaccines")
    api.create(f"{of_child}/medical-events", {
        "date": "2024-05-02", "name": "MMR", "type": "vaccine", "vaccine": {"cvx": "03", "diseases": ["Measles"], "dose_number": 1},
    })

    say("a file by presigned addresses")
    picture = small_png()
    checksum = base64.b64encode(hashlib.sha256(picture).digest()).decode()
    announced = api.expect(201, "POST", f"{of_child}/attachments", {
        "title": "Letter", "kind": "report", "content_type": "image/png", "size": len(picture), "checksum_sha256": checksum,
    })
    upload = announced["upload"]
    refused = api.client.send(upload["method"], upload["url"], upload["headers"], picture + b"more")
    assert refused.status in (400, 403), f"a file of another length was taken: {refused.status}"
    stolen = re.sub("(X-Amz-Signature=).{8}", r"\1deadbeef", upload["url"])
    refused = api.client.send(upload["method"], stolen, upload["headers"], picture)
    assert refused.status == 403, f"an address with another signature was taken: {refused.status}"
    taken = api.client.send(upload["method"], upload["url"], upload["headers"], picture)
    assert taken.status == 200, (taken.status, taken.data)
    attachment = f"{of_child}/attachments/{announced['id']}"
    api.expect(200, "POST", f"{attachment}/complete")
    link = api.expect(200, "GET", f"{attachment}/file")["url"]
    assert api.client.send("GET", link).data == picture

    say("lists, the timeline and search")
    items = api.expect(200, "GET", f"{of_child}/measurements?limit=1&sort=-date")["items"]
    assert [item["id"] for item in items] == [measurement]
    assert len(api.expect(200, "GET", f"{of_child}/timeline")["items"]) >= 4
    found = api.expect(200, "POST", f"/api/families/{family}/search", {"text": "hale", "kinds": ["visit"]})
    assert [entry["record"]["id"] for entry in found["items"]] == [visit], found
    api.expect(200, "GET", f"/api/families/{family}/home")

    say("an export, which the schedule takes up")
    job = api.create(f"/api/families/{family}/exports", {})
    path = f"/api/families/{family}/jobs/{job}"

    def finished():
        answer = api.expect(200, "GET", path)
        assert answer["state"] != "failed", answer
        return answer if answer["state"] == "done" else None

    done = wait_for("the export was written", finished, 200)
    archive = zipfile.ZipFile(io.BytesIO(api.client.send("GET", done["download"]["url"]).data))
    assert archive.testzip() is None
    record = json.loads(archive.read("data.json"))
    assert "Juna" in json.dumps(record)
    assert any(archive.read(name) == picture for name in archive.namelist()), archive.namelist()

    say("the stream's workers")
    wait_for("the sweeper had counted the account and the family", lambda: counted(api), 90)
    api.expect(204, "DELETE", f"/api/families/{family}")
    wait_for("the sweeper had taken the family's files away", lambda: api.client.send("GET", link).status in (403, 404), 90)


def counted(api):
    statistics = api.expect(200, "GET", "/api/admin/statistics")
    return statistics.get("families", 0) >= 1 and statistics
