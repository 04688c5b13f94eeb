#!/usr/bin/env python3
"""The ledger once more, in Python: what Picket claims, recounted by a program that shares no line with it.

Written from RFC 9162 (the tree), RFC 8032 (Ed25519) and C2SP signed-note, tlog-checkpoint and tlog-proof. It needs
Python 3.9 and nothing else.

  reference_ledger.py root LEAVES-FILE                     the root over the leaves: base64, one a line; a second
                                                           column is ignored
  reference_ledger.py check-proof FILE --leaf LEAF [--vkey KEY]
                                                           a tlog-proof holds this leaf (base64)
  reference_ledger.py check-consistency FILE               old size, new size, both roots, then the hashes: one a line
  reference_ledger.py check-checkpoint FILE --vkey KEY     a checkpoint is signed by the key

`-` reads standard input. Exit status: 0 it holds, 1 it does not, 2 the request makes no sense.
"""

import argparse
import base64
import binascii
import hashlib
import sys


class Wrong(Exception):
    """What does not hold, as one sentence."""


# The tree: RFC 9162 section 2.1.1.


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def split_point(count):
    """The largest power of two below the count."""
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def root(hashes):
    """The root over leaf hashes, by the recursive definition."""
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    middle = split_point(len(hashes))
    return node_hash(root(hashes[:middle]), root(hashes[middle:]))


# The proofs, told by recursion over the definition of the tree rather than by bits of the index.


def root_from_inclusion(leaf, index, size, proof):
    """The root that the proof leads to, walking down the tree as it must be and taking hashes from the end."""
    if not 0 <= index < size:
        raise Wrong("the index is not below the size")
    if size == 1:
        if proof:
            raise Wrong("the proof has too many hashes")
        return leaf
    if not proof:
        raise Wrong("the proof has too few hashes")
    middle = split_point(size)
    if index < middle:
        return node_hash(root_from_inclusion(leaf, index, middle, proof[:-1]), proof[-1])
    return node_hash(proof[-1], root_from_inclusion(leaf, index - middle, size - middle, proof[:-1]))


def roots_from_consistency(old_size, new_size, proof, old_root, whole=True):
    """The old and the new root that the proof leads to; `whole` while the part begins at the first leaf."""
    if old_size == new_size:
        if whole:
            if proof:
                raise Wrong("the proof has too many hashes")
            return old_root, old_root
        if len(proof) != 1:
            raise Wrong("the proof has a wrong number of hashes")
        return proof[0], proof[0]
    if not proof:
        raise Wrong("the proof has too few hashes")
    middle = split_point(new_size)
    if old_size <= middle:
        old, new = roots_from_consistency(old_size, middle, proof[:-1], old_root, whole)
        return old, node_hash(new, proof[-1])
    old, new = roots_from_consistency(old_size - middle, new_size - middle, proof[:-1], old_root, False)
    return node_hash(proof[-1], old), node_hash(proof[-1], new)


def check_consistency(old_size, new_size, old_root, new_root, proof):
    if not 0 <= old_size <= new_size:
        raise Wrong("the old size is larger than the new one")
    if old_size == 0:
        if proof or old_root != root([]) or (new_size == 0 and new_root != old_root):
            raise Wrong("the empty tree has one root and needs no hashes")
        return
    if roots_from_consistency(old_size, new_size, proof, old_root) != (old_root, new_root):
        raise Wrong("the proof does not lead from the old root to the new one")


# Ed25519: RFC 8032 section 5.1, slow and plain.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def point_sum(first, second):
    a = (first[1] - first[0]) * (second[1] - second[0]) % P
    b = (first[1] + first[0]) * (second[1] + second[0]) % P
    c = 2 * first[3] * second[3] * D % P
    d = 2 * first[2] * second[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_times(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = point_sum(total, point)
        point = point_sum(point, point)
        scalar >>= 1
    return total


def same_point(first, second):
    return (first[0] * second[2] - second[0] * first[2]) % P == 0 and (
        first[1] * second[2] - second[1] * first[2]
    ) % P == 0


def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def point_of(data):
    number = int.from_bytes(data, "little")
    y = number & (1 << 255) - 1
    x = x_of(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def ed25519_holds(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    public, start = point_of(key), point_of(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or start is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    return same_point(point_times(scalar, BASE), point_sum(start, point_times(challenge, public)))


# Notes, checkpoints, proofs: C2SP.


def strict_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Wrong("a line is not base64") from None
    if base64.b64encode(data).decode() != text:
        raise Wrong("a line is not base64 in its one form")
    return data


def hash_line(text):
    data = strict_base64(text)
    if len(data) != 32:
        raise Wrong("a hash does not have 32 bytes")
    return data


def number(text):
    if not text.isascii() or not text.isdigit() or (text[0] == "0" and text != "0") or int(text) >= 2**63:
        raise Wrong("a number is not written in its one form")
    return int(text)


def parse_note(data):
    """The text and the signatures (name, key number, signature) of a note."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong("the note is not UTF-8") from None
    if any(ord(character) < 32 and character != "\n" for character in whole):
        raise Wrong("the note has a control character")
    text, blank, rest = whole.rpartition("\n\n")
    if not blank or not rest.endswith("\n"):
        raise Wrong("the note is cut off")
    signatures = []
    for line in rest[:-1].split("\n"):
        words = line.split(" ")
        if len(words) != 3 or words[0] != "\u2014" or not is_name(words[1]):
            raise Wrong("a signature line is malformed")
        signature = strict_base64(words[2])
        if len(signature) < 5:
            raise Wrong("a signature is too short")
        signatures.append((words[1], signature[:4], signature[4:]))
    return text + "\n", signatures


def is_name(name):
    return bool(name) and "+" not in name and not any(character.isspace() for character in name)


def parse_vkey(vkey):
    """Name, key number and 32 bytes of a key in its text form."""
    parts = vkey.split("+", 2)
    if len(parts) != 3 or not is_name(parts[0]):
        raise Wrong("the key is malformed")
    name, digits, key = parts[0], parts[1], strict_base64(parts[2])
    if len(key) != 33 or key[0] != 1:
        raise Wrong("the key is not an Ed25519 key")
    key_number = sha256(name.encode() + b"\n" + key)[:4]
    if digits.lower() != key_number.hex():
        raise Wrong("the key's digits do not fit it")
    return name, key_number, key[1:]


def parse_checkpoint(text):
    """Origin, size and root of a checkpoint's text."""
    lines = text[:-1].split("\n")
    if len(lines) < 3 or not all(lines):
        raise Wrong("the note holds no checkpoint")
    size, root_hash = number(lines[1]), hash_line(lines[2])
    if size == 0 and root_hash != root([]):
        raise Wrong("the empty log has another root")
    return lines[0], size, root_hash


def check_checkpoint(data, vkey):
    text, signatures = parse_note(data)
    name, key_number, key = parse_vkey(vkey)
    origin, size, root_hash = parse_checkpoint(text)
    own = [signature for signature in signatures if signature[:2] == (name, key_number)]
    if not own or origin != name:
        raise Wrong("the checkpoint is not signed by this key under its own name")
    if not all(ed25519_holds(key, text.encode(), signature) for _, _, signature in own):
        raise Wrong("the signature is false")
    return origin, size, root_hash


def check_proof(data, leaf, vkey):
    header, blank, note = data.partition(b"\n\n")
    try:
        lines = header.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Wrong("the proof is not ASCII") from None
    if not blank or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Wrong("this is no tlog-proof")
    if lines and lines[0].startswith("extra "):
        strict_base64(lines.pop(0)[len("extra ") :])
    if not lines or not lines[0].startswith("index "):
        raise Wrong("the proof has no index")
    index = number(lines.pop(0)[len("index ") :])
    proof = [hash_line(line) for line in lines]
    origin, size, root_hash = check_checkpoint(note, vkey) if vkey else parse_checkpoint(parse_note(note)[0])
    if root_from_inclusion(leaf_hash(leaf), index, size, proof) != root_hash:
        raise Wrong("the proof does not lead from the leaf to the root")
    return origin, index, size


# The command line.


def read(path):
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def lines_of(path):
    return [line for line in read(path).decode("ascii").split("\n") if line]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("root", "check-proof", "check-consistency", "check-checkpoint"):
        command = commands.add_parser(name)
        command.add_argument("file")
        if name == "check-proof":
            command.add_argument("--leaf", required=True, help="the leaf in base64")
        if name in ("check-proof", "check-checkpoint"):
            command.add_argument("--vkey", required=name == "check-checkpoint", help="name+number+base64")
    options = parser.parse_args()
    try:
        if options.command == "root":
            hashes = [leaf_hash(strict_base64(line.split()[0])) for line in lines_of(options.file)]
            print(len(hashes), base64.b64encode(root(hashes)).decode())
        elif options.command == "check-proof":
            origin, index, size = check_proof(read(options.file), strict_base64(options.leaf), options.vkey)
            print(f"{origin}: leaf {index} of {size}", "signed" if options.vkey else "(signature not checked)")
        elif options.command == "check-consistency":
            lines = lines_of(options.file)
            if len(lines) < 4:
                raise Wrong("the file has fewer than four lines")
            check_consistency(
                number(lines[0]), number(lines[1]), hash_line(lines[2]), hash_line(lines[3]),
                [hash_line(line) for line in lines[4:]],
            )
            print("consistent")
        else:
            origin, size, root_hash = check_checkpoint(read(options.file), options.vkey)
            print(f"{origin}: {size} leaves, root {base64.b64encode(root_hash).decode()}")
    except (Wrong, UnicodeDecodeError) as reason:
        print(f"reference_ledger: {reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
