"""Packs what was built into a release: a ZIP for each function, the web app, the templates, bills of materials, checksums.

    release.py [FOLDER]

The same input gives the same bytes: names are sorted, and no time or machine is written down.
"""

import datetime
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tomllib
import uuid
import zipfile

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# The first moment that a ZIP can name.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pack(target, files):
    """Writes a ZIP with these files, given by their name in it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            # Lambda starts `bootstrap`, and reads everything else.
            entry.external_attr = (0o100755 if name == "bootstrap" else 0o100644) << 16
            archive.writestr(entry, files[name])


def below(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def output_of(*command, folder=ROOT):
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def moment_of_commit():
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or output_of("git", "log", "-1", "--format=%ct")
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)


def bill_of_rust(version, functions):
    """What the functions are made of, as cargo tells it; tools for building and testing are no part of it."""
    metadata = json.loads(output_of("cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "aarch64-unknown-linux-gnu"))
    packages = {package["id"]: package for package in metadata["packages"]}
    needs = {node["id"]: node["deps"] for node in metadata["resolve"]["nodes"]}
    waiting = [package["id"] for package in packages.values() if package["name"] in functions and package["source"] is None]
    used = set()
    while waiting:
        one = waiting.pop()
        if one not in used:
            used.add(one)
            waiting += [dep["pkg"] for dep in needs[one] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    checksums = {(package["name"], package["version"]): package.get("checksum") for package in locked}
    bom, licenses = Bom(), LicenseFactory()
    for package in (packages[one] for one in sorted(used)):
        checksum = checksums[package["name"], package["version"]]
        license_text = (package["license"] or "").replace("/", " OR ")
        component = Component(
            type=ComponentType.LIBRARY, name=package["name"], version=package["version"],
            purl=PackageURL("cargo", None, package["name"], package["version"]),
            bom_ref=f"{package['name']}@{package['version']}",
            licenses=[licenses.make_from_string(license_text)] if license_text else [],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        )
        bom.components.add(component)
    bom.metadata.component = Component(type=ComponentType.APPLICATION, name="trajectory", version=version, bom_ref="trajectory")
    refs = {f"{package['name']}@{package['version']}": one for one, package in packages.items()}
    known = {component.bom_ref.value: component for component in bom.components}
    bom.register_dependency(bom.metadata.component, [known[f"{name}@{version}"] for name in functions])
    for ref, component in known.items():
        needed = [packages[dep["pkg"]] for dep in needs[refs[ref]] if dep["pkg"] in used]
        bom.register_dependency(component, [known[f"{one['name']}@{one['version']}"] for one in needed])
    return bom, len(used)


def written(bom):
    """As JSON that says the same each time."""
    bom.metadata.timestamp = moment_of_commit()
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, " ".join(sorted(str(one.purl) for one in bom.components)))
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def bill_of_web():
    """What the web app is made of, as npm tells it."""
    told = json.loads(output_of("npm", "sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only", folder=ROOT / "frontend"))
    told["metadata"]["timestamp"] = moment_of_commit().isoformat()
    names = " ".join(sorted(component["bom-ref"] for component in told["components"]))
    told["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, names).urn
    return json.dumps(told, indent=2) + "\n"


def main(folder):
    version = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]
    target = pathlib.Path(folder or ROOT / f"target/release-{version}").resolve()
    shutil.rmtree(target, ignore_errors=True)
    (target / "functions").mkdir(parents=True)
    (target / "infra").mkdir()
    functions = sorted(path.parent.name for path in ROOT.glob("functions/*/Cargo.toml"))
    for function in functions:
        binary = ROOT / "target/lambda" / function / "bootstrap"
        if not binary.exists():
            raise SystemExit(f"{binary.relative_to(ROOT)} is missing: run `make build` first.")
        pack(target / f"functions/{function}.zip", {"bootstrap": binary.read_bytes()})
    if not (ROOT / "frontend/dist/index.html").exists():
        raise SystemExit("frontend/dist/index.html is missing: run `make frontend/dist/index.html` first.")
    pack(target / "web.zip", below(ROOT / "frontend/dist"))
    for name in ("LICENSE", "ATTRIBUTIONS.md", "CHANGELOG.md", "samconfig.toml"):
        shutil.copyfile(ROOT / name, target / name)
    # The same templates, pointing at the ZIPs beside them.
    text = (ROOT / "template.yaml").read_text()
    for function in functions:
        text = text.replace(f"CodeUri: target/lambda/{function}\n", f"CodeUri: functions/{function}.zip\n")
    (target / "template.yaml").write_text(text)
    for nested in (ROOT / "infra").glob("*.yaml"):
        shutil.copyfile(nested, target / "infra" / nested.name)
    bom, crates = bill_of_rust(version, functions)
    (target / "functions.cdx.json").write_text(written(bom))
    (target / "web.cdx.json").write_text(bill_of_web())
    sums = {path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in target.rglob("*") if path.is_file()}
    (target / "SHA256SUMS").write_text("".join(f"{sums[name]}  {name}\n" for name in sorted(sums)))
    shown = target.relative_to(ROOT) if target.is_relative_to(ROOT) else target
    print(f"{shown}: {len(functions)} functions from {crates} crates, the web app, {len(sums)} files with checksums")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
