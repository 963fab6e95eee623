"""Every way we know to write an address that must not be reached, and two hundred that must."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

# What each special range holds that somebody would like to reach from inside: services, metadata, routers.
INSIDE = (
    "127.0.0.1", "127.0.0.3", "0.0.0.0", "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1",
)  # fmt: skip
NUMBER_FORMS = {
    "decimal": lambda n, parts: str(n),
    "hex": lambda n, parts: hex(n),
    "HEX": lambda n, parts: "0X" + f"{n:08X}",
    "octal": lambda n, parts: f"0{n:o}",
    "decimal past 32 bits": lambda n, parts: str(n + (1 << 32)),
    "dotted hex": lambda n, parts: ".".join(hex(part) for part in parts),
    "dotted octal": lambda n, parts: ".".join(f"0{part:o}" for part in parts),
    "leading zeros": lambda n, parts: ".".join(f"{part:03}" for part in parts),
    "two parts": lambda n, parts: f"{parts[0]}.{n & 0xFFFFFF}",
    "three parts": lambda n, parts: f"{parts[0]}.{parts[1]}.{n & 0xFFFF}",
    "mixed bases": lambda n, parts: f"{hex(parts[0])}.{parts[1]}.0{parts[2]:o}.{parts[3]}",
    "trailing dot": lambda n, parts: ".".join(map(str, parts)) + ".",
    "five parts": lambda n, parts: ".".join(map(str, parts)) + ".0",
    "ideographic dots": lambda n, parts: "。".join(map(str, parts)),
    "full-width dots": lambda n, parts: "．".join(map(str, parts)),
    "half-width dots": lambda n, parts: "｡".join(map(str, parts)),
    "full-width digits": lambda n, parts: ".".join(map(str, parts)).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "circled digits": lambda n, parts: ".".join(map(str, parts)).translate({49 + i: 0x2460 + i for i in range(9)}),
    "percent-encoded": lambda n, parts: "".join(f"%{ord(c):02x}" for c in ".".join(map(str, parts))),
    "soft hyphen": lambda n, parts: ".".join(map(str, parts)).replace(".", ".\u00ad", 1),
    "plain": lambda n, parts: ".".join(map(str, parts)),
    "mapped": lambda n, parts: f"[::ffff:{'.'.join(map(str, parts))}]",
    "mapped hex": lambda n, parts: f"[::ffff:{n >> 16:x}:{n & 0xFFFF:x}]",
    "compatible": lambda n, parts: f"[::{'.'.join(map(str, parts))}]",
    "translated": lambda n, parts: f"[::ffff:0:{'.'.join(map(str, parts))}]",
    "NAT64": lambda n, parts: f"[64:ff9b::{n >> 16:x}:{n & 0xFFFF:x}]",
    "local NAT64": lambda n, parts: f"[64:ff9b:1::{n >> 16:x}:{n & 0xFFFF:x}]",
    "6to4": lambda n, parts: f"[2002:{n >> 16:x}:{n & 0xFFFF:x}::1]",
    "Teredo": lambda n, parts: f"[2001:0:4136:e378:8000:63bf:{~n >> 16 & 0xFFFF:x}:{~n & 0xFFFF:x}]",
    "ISATAP": lambda n, parts: f"[2400:cb00::5efe:{n >> 16:x}:{n & 0xFFFF:x}]",
    "ISATAP, universal": lambda n, parts: f"[2400:cb00::200:5efe:{n >> 16:x}:{n & 0xFFFF:x}]",
    "link-local ISATAP": lambda n, parts: f"[fe80::5efe:{n >> 16:x}:{n & 0xFFFF:x}]",
    "zone": lambda n, parts: f"[::ffff:{n >> 16:x}:{n & 0xFFFF:x}%25lo]",
    "a name that holds it": lambda n, parts: "-".join(map(str, parts)) + ".rebind.test",
    "a wildcard name": lambda n, parts: ".".join(map(str, parts)) + ".wildcard.test",
}
IPV6_INSIDE = (
    "::1", "::", "0:0:0:0:0:0:0:1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "3fff::1",
    "100::1", "5f00::1", "2001::1", "2001:10::1", "2001:20::1", "2620:4f:8000::1", "4000::1", "::ffff:0:0", "fe80::1%eth0",
    "::1%25lo", "0000:0000:0000:0000:0000:0000:0000:0001", "::7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::",
)  # fmt: skip
# {inside} is a canary on the allowed port, {public} a server that may be reached.
TRICKS = (
    "http://user@{inside}/", "http://user:password@{inside}/", "http://{public}@{inside}/", "http://{inside}@{public}/",
    "http://{public}:80@{inside}/", "http://{public}#@{inside}/", "http://{public}%23@{inside}/", "http://{public}?@{inside}:x/",
    "http://{public}\\@{inside}/", "http://{inside}\\@{public}/", "http:\\\\{inside}/", "http:/\\{inside}/", "http:/{inside}/",
    "http:{inside}/", "http:///{inside}/", "http:////{inside}/", "//{inside}/", "{inside}/", "/{inside}/", "",
    " http://{inside}/", "http://{inside} /", "http:// {inside}/", "\thttp://{inside}/", "ht\ntp://{inside}/", "http://{inside}\r\n/",
    "http://{public}\r\nHost: {inside}/", "http://{public}/\r\nX: y", "http://{public}/\x00", "http://{public}/\x7f",
    "http://{public}/\u2028", "http://{public}\u200b/", "http://{inside}\u3000/", "http://{public}%00.{inside}/",
    "http://{public},{inside}/", "http://{public};{inside}/", "http://{public}&@{inside}/", "http://{public} {inside}/",
    "http://[{inside}/", "http://{inside}]/", "http://[{inside}]/", "http://[[::1]]/", "http://[::1/", "http://::1/",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://localhost.localdomain/", "http://a.localhost/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://ｌｏｃａｌｈｏｓｔ/", "http://ˡocalhost/", "http://loca\u00adlhost/", "http://localhost%2f@{public}/",
    "http://metadata.internal/", "http://ip6-localhost/", "http://0/", "http://0x0/", "http://127.1/", "http://127.0.1/", "http://0x7f.1/",
    "http://00000000177.0.0.1/", "http://127.0.0.1.0x7f/", "http://1.0x7f000001/", "http://news.0x7f000001/", "http://news.2130706433/",
    "http://{inside}:22/", "http://{public}:25/", "http://{public}:6379/", "http://{public}:5432/", "http://{public}:0/",
    "http://{public}:65536/", "http://{public}:99999999999/", "http://{public}:-80/", "http://{public}:+80/", "http://{public}:080/",
    "http://{public}:８０/", "http://{public}:80:80/", "http://{public}:/", "http://{public}:8o/", "http://{public}: 80/",
    "https://{inside}/", "file:///etc/passwd", "file://{inside}/etc/passwd", "FILE:///etc/passwd", "file:/etc/passwd",
    "ftp://{inside}/", "gopher://{inside}/_x", "dict://{inside}/x", "ldap://{inside}/", "jar:http://{inside}!/", "data:text/plain,1400",
    "javascript:alert(1)", "view-source:http://{inside}/", "feed:http://{inside}/", "ws://{inside}/", "netdoc:///etc/passwd",
    "unix:/run/redis.sock", "http+unix://%2frun%2fredis.sock/", "httpx://{inside}/", "http:", "http://", "http://.", "http://../",
    "http://.{inside}/", "http://{inside}../", "http://-/", "http://-a.test/", "http://a-.test/", "http://a..test/", "http://*.test/",
    "http://a_b!c.test/", "http://{public}|{inside}/", "http://{public}`{inside}/", "http://$({inside})/", "http://xn--/", "http://" + "a" * 64 + ".test/",
    "http://" + ".".join(["a" * 60] * 5) + "/", "http://{public}/" + "a" * 5000, "http://both.test/", "http://nowhere.test/", "http://faß.test/",
)  # fmt: skip


def forbidden_urls(port: int, public: str) -> Iterator[tuple[str, str]]:
    """(what it is, the URL) of every spelling, aimed at `port` so that a canary there would hear it."""
    for address in INSIDE:
        number = int(IPv4Address(address))
        parts = list(IPv4Address(address).packed)
        for form, write in NUMBER_FORMS.items():
            if form != "circled digits" or "1" in address:
                yield f"{address}, {form}", f"http://{write(number, parts)}:{port}/"
    for address in IPV6_INSIDE:
        yield address, f"http://[{address}]:{port}/"
    for trick in TRICKS:
        inside = f"127.0.0.3:{port}"
        url = trick.replace("{public}", f"{public}:{port}" if "{public}:" not in trick else public).replace(
            "{inside}", inside
        )
        yield ascii(trick[:60]), url if "://" not in url or str(port) in url else _with_port(url, port)


def _with_port(url: str, port: int) -> str:
    """The port put behind a host that has none, so that only the host can be what is refused."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    plain = host and ":" not in host and "@" not in host
    return f"{scheme}{separator}{host}:{port}{slash}{path}" if plain else url


def names(public: str) -> dict[str, list[str]]:
    """What the names among them stand for."""
    book = {
        "both.test": [public, "127.0.0.3"], "localhost": ["127.0.0.1", "::1"], "localhost.localdomain": ["127.0.0.1"],
        "a.localhost": ["127.0.0.1"], "metadata.internal": ["169.254.169.254"], "ip6-localhost": ["::1"], "fass.test": ["127.0.0.3"],
    }  # fmt: skip
    for address in INSIDE:
        book[address.replace(".", "-") + ".rebind.test"] = [address]
        book[address + ".wildcard.test"] = [address]
    return book


HOSTS = (
    "tempo.co", "nasional.tempo.co", "www.kompas.com", "WWW.Detik.COM", "m.antaranews.com", "www.bps.go.id", "data.jakarta.go.id",
    "www.who.int", "data.humdata.org", "news.un.org", "my_site.blogspot.com", "xn--mnchen-3ya.de", "münchen.de", "中文.com",
    "9gag.com", "1.1.1.1", "93.184.215.14", "[2606:4700:4700::1111]", "[2a00:1450:4001:81b::200e]", "a1.b2.c3.d4.example-news.co.id",
)  # fmt: skip
PATHS = (
    "", "/", "/read/1789012/jumlah-korban-tewas", "/a/b/c.html?page=2&sort=asc", "/search?q=korban+tewas%20gaza", "/laporan/データ.pdf",
    "/data.csv#row=3", "?id=7", "/a;b=c/d,e/(f)/g'h/~i/@j:k", "/100%25/[x]/{y}|z?u=http://10.0.0.1/&m=a@b",
)  # fmt: skip


def legitimate_urls() -> list[str]:
    """Two hundred addresses that a desk really cites: all must pass."""
    schemes = ("http://", "https://", "HTTP://", "Https://")
    return [f"{schemes[(i + j) % 4]}{host}{path}" for i, host in enumerate(HOSTS) for j, path in enumerate(PATHS)]
