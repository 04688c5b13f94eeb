"""A server on this machine for the tests of fetching: well-behaved at some paths, at others as bad as servers get.

    pages.py [CERTIFICATE KEY]

Prints its port, and ends when its standard input does.
"""

import gzip
import http.server
import os
import ssl
import sys
import threading
import time
import urllib.parse
import zlib


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        name, _, argument = path.strip("/").partition("/")
        serve = getattr(self, "serve_" + name.replace("-", "_"), None)
        try:
            if serve:
                serve(argument, query)
            else:
                self.answer(404, b"<p>There is no such page.</p>")
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def answer(self, status, body, length=None, **headers):
        self.send_response(status)
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        headers["Content_Length"] = len(body) if length is None else length
        for name, value in headers.items():
            if value != "":
                self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def serve_statement(self, argument, query):
        self.answer(
            200,
            "<title>Statement</title><p>We listen to our workers – always.</p>".encode(),
            Last_Modified="Tue, 03 Mar 2026 10:00:00 GMT",
            ETag='W/"abc"',
        )

    def serve_gone(self, argument, query):
        self.answer(410, b"<p>This page was removed.</p>")

    def serve_broken(self, argument, query):
        self.answer(500, b"")

    def serve_request(self, argument, query):
        """What was asked, as text."""
        lines = [self.requestline] + [f"{name.lower()}: {value}" for name, value in self.headers.items()]
        self.answer(200, "\n".join(lines).encode(), Content_Type="text/plain")

    def serve_cookie(self, argument, query):
        self.answer(302, b"", Set_Cookie="seen=1; Path=/", Location="/request")

    def serve_hops(self, argument, query):
        left = int(argument)
        if left:
            self.answer(301 if left % 2 else 307, b"moved", Location=f"../hops/{left - 1}")
        else:
            self.serve_statement("", "")

    def serve_loop(self, argument, query):
        self.answer(302, b"", Location="/loop?token=secret")

    def serve_to(self, argument, query):
        self.answer(302, b"", Location=urllib.parse.unquote(query))

    def serve_nowhere(self, argument, query):
        self.answer(302, b"<p>It moved, who knows where.</p>")

    def serve_silent(self, argument, query):
        time.sleep(30)

    def serve_drip(self, argument, query):
        self.send_response(200)
        self.end_headers()
        for _ in range(300):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def serve_trickle(self, argument, query):
        """A whole page, in so many pieces, ten a second."""
        page = b"<p>We listen to our workers, slowly.</p>".ljust(int(argument))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        size = len(page) // int(argument)
        for place in range(0, len(page), size):
            self.wfile.write(page[place : place + size])
            self.wfile.flush()
            time.sleep(0.1)

    def serve_endless(self, argument, query):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def serve_endless_headers(self, argument, query):
        self.send_response(200)
        for number in range(1_000_000):
            self.send_header(f"X-{number}", "x" * 100)
            if number % 100 == 0:
                self.flush_headers()
        self.end_headers()

    def serve_large_length(self, argument, query):
        self.answer(200, b"small", length=10_000_000_000)

    def serve_long_length(self, argument, query):
        self.answer(200, b"<p>cut", length=1000)

    def serve_short_length(self, argument, query):
        self.answer(200, b"<p>Some and more.</p>", length=7)

    def serve_mute(self, argument, query):
        pass

    def serve_zipped(self, argument, query):
        self.answer(200, gzip.compress(b"<p>It was small.</p>"), Content_Encoding="gzip")

    def serve_deflated(self, argument, query):
        self.answer(200, zlib.compress(b"<p>It was small.</p>"), Content_Encoding="deflate")

    def serve_bomb(self, argument, query):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        piece = b"\0" * (1 << 20)
        body = b"".join(packer.compress(piece) for _ in range(256)) + packer.flush()
        self.answer(200, body, Content_Encoding="gzip")

    def serve_double_bomb(self, argument, query):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        piece = b"\0" * (1 << 20)
        body = b"".join(packer.compress(piece) for _ in range(256)) + packer.flush()
        self.answer(200, gzip.compress(body), Content_Encoding="gzip, gzip")

    def serve_badly_zipped(self, argument, query):
        self.answer(200, b"\x1f\x8b\x08 this is no gzip", Content_Encoding="gzip")

    def serve_wrong_charset(self, argument, query):
        self.answer(200, "<p>Zoë Beispiel</p>".encode("latin-1"), Content_Type="text/html; charset=utf-8")

    def serve_headers(self, argument, query):
        self.answer(
            200, b"x", Content_Type="text/html;\x1b[2J charset=utf-8", ETag="e" * 5000, Last_Modified="caf\u00e9"
        )

    def log_message(self, *arguments):
        pass


def watch():
    sys.stdin.buffer.read()
    os._exit(0)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
server.daemon_threads = True
if len(sys.argv) == 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.handle_error = lambda request, address: None
threading.Thread(target=watch, daemon=True).start()
print(server.server_address[1], flush=True)
server.serve_forever()
