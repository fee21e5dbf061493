"""Where the program starts: verbs, exit codes, streams, the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import customerbook.__main__ as program
from customerbook.cli import find
from customerbook.cli.command_line import main
from customerbook.cli.opening import PASSPHRASE as VARIABLE
from customerbook.cli.verbs import VERBS
from tests.books import PASSPHRASE
from tests.cli.conftest import Cli


def started(*arguments: object) -> list[str]:
    """The command of a real process."""
    return [sys.executable, "-m", "customerbook", *map(str, arguments)]


def ran(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A real run of the program, with nobody at a terminal."""
    return subprocess.run(
        started(*arguments),
        env={**os.environ, VARIABLE: PASSPHRASE, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )


def test_every_verb_has_help(cli: Cli) -> None:
    listed = cli("--help").out
    for verb in VERBS:
        assert verb.name in listed
        said = cli(verb.name, "--help")
        assert said.code == 0
        assert verb.about().split()[0] in said.out


def test_the_version_is_told(cli: Cli) -> None:
    assert cli("--version").out.strip() == "0.1.0"


@pytest.mark.parametrize("arguments", [("fnd", "x"), ("find",), ("find", "x", "y", "--zzz")])
def test_what_is_not_understood_is_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    said = cli(*arguments)
    assert said.code == 2
    assert said.err.startswith("usage: ")
    assert said.out == ""


@pytest.mark.parametrize("verb", [v.name for v in VERBS if v.name not in ("new", "sample")])
def test_no_book_is_one_sentence(cli: Cli, tmp_path: Path, verb: str) -> None:
    more: dict[str, list[object]] = {
        "find": ["x"],
        "show": ["x"],
        "add": ["--name", "x"],
        "log": ["visit", "--note", "x"],
        "done": ["1"],
        "print": ["summary", "1", "--to", tmp_path / "x.pdf"],
        "import": [tmp_path / "x.vcf"],
        "export": [tmp_path / "x.vcf"],
        "tag": ["1", "--add", "x"],
        "give": ["1", "--to", "x"],
        "print-summaries": ["1", "--to", tmp_path / "x.pdf"],
        "restore": ["--to", tmp_path / "x"],
    }
    if verb == "self-test":
        assert cli(verb, tmp_path).code == 2
        return
    said = cli(verb, tmp_path / "none", *more.get(verb, []))
    assert said.code == 1
    assert "none" in said.err
    assert said.err.count("\n") == 1


def test_a_wrong_passphrase(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "something else altogether")
    said = cli("find", folder, "x")
    assert said.code == 1
    assert "does not open" in said.err


def test_a_book_that_is_open_elsewhere(cli: Cli, folder: Path) -> None:
    code = "import sys; from tests.books import *; from pathlib import Path\n"
    code += "b = open_book(Path(sys.argv[1]), passphrase=PASSPHRASE); print('open', flush=True)\n"
    code += "sys.stdin.read(); b.close()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline().strip() == b"open"
        said = cli("find", folder, "x")
        other.stdin.close()
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert cli("find", folder, "x").code == 0


def test_a_damaged_book(cli: Cli, folder: Path) -> None:
    keys = folder / "keys.json"
    for path in (keys, folder / "keys.json.bak"):
        path.write_text("{}", encoding="utf-8")
    said = cli("find", folder, "x")
    assert said.code == 1
    assert said.err.count("\n") == 1


def test_an_interrupt_is_quiet(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("customerbook.cli.find.opened", interrupted)
    said = cli("find", folder, "x")
    assert (said.code, said.out, said.err) == (130, "", "")
    assert find.VERB.name == "find"


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_bug_is_one_sentence_without_what_was_typed(
    folder: Path,
    passphrase: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    debug: str,
) -> None:
    def broken(_options: object) -> None:
        raise KeyError("Oliver Müller, 0171 3920014")

    assert passphrase
    monkeypatch.setattr("customerbook.cli.find.opened", broken)
    monkeypatch.setenv("CUSTOMERBOOK_DEBUG", debug)
    assert main(["find", str(folder), "x"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "KeyError" in err
    assert "Oliver Müller, 0171" not in err
    assert ("cli/find.py" in err.replace(os.sep, "/")) is bool(debug)


def test_letters_survive_a_pipe_that_knows_ascii_only(sample: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    said = ran("find", sample, "layla", **plain)
    assert said.returncode == 0
    assert "ليلى حداد" in said.stdout.decode()
    assert said.stderr == b""


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    with subprocess.Popen(
        started("find", sample, "", "--json", "--limit", "80"),
        env={**os.environ, VARIABLE: PASSPHRASE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_without_passphrase_and_terminal_it_is_said(sample: Path) -> None:
    said = ran("find", sample, "x", CUSTOMERBOOK_PASSPHRASE="")
    assert said.returncode == 1
    assert said.stdout == b""
    assert said.stderr.decode().splitlines() == [
        "The passphrase is missing. Type it in a terminal, or set CUSTOMERBOOK_PASSPHRASE."
    ]


def test_a_passphrase_can_be_typed(cli: Cli, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    asked: list[str] = []
    typed = iter([PASSPHRASE, ""])

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return next(typed)

    monkeypatch.setattr("getpass.getpass", getpass)
    assert cli("find", sample, "0014", "--json").json[0]["id"] == 1
    assert asked == ["Passphrase: "]
    assert cli("find", sample, "0014").code == 1


def test_bytes_that_are_no_text_are_usage(cli: Cli, sample: Path) -> None:
    said = cli("find", sample, "M\udcfcller")
    assert said.code == 2
    assert "UTF-8" in said.err


@pytest.mark.parametrize(
    "arguments", [[], ["Shop.customerbook"], ["./shop"], ["-platform", "offscreen"], ["."]]
)
def test_without_a_verb_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    seen: list[list[str]] = []

    def window(given: list[str]) -> int:
        seen.append(list(given))
        return 0

    monkeypatch.setattr(program, "_window", window)
    assert program.main(arguments) == 0
    assert seen == [arguments]


def test_where_qt_is_missing_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "customerbook.gui.app", None)
    assert program.main([]) == 1
    assert "customerbook-cli --help" in capsys.readouterr().err


def test_arguments_come_from_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["customerbook", "--version"])
    assert program.main() == 0
    assert capsys.readouterr().out == "0.1.0\n"
