"""`scripts/check` as a person or a program runs it: what it shows, what it knows, and how it ends."""

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from repository import commit
from section55.rules import RULES

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
Run = Callable[..., subprocess.CompletedProcess[str]]

QUIET = {"SITE_URL": "", "GITHUB_STEP_SUMMARY": "", "GITHUB_WORKSPACE": "", "NO_COLOR": ""}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small register in English, in which nothing is wrong, nor worth a warning."""
    copy = shutil.copytree(FIXTURES / "english-only", tmp_path / "content")
    (path,) = copy.glob("responses/*/*.md")
    change(path, "chief_officer: not-stated", "chief_officer: none\nchief_officer_reason: I accept it")
    change(copy / "site.md", "publishes:", "contact:\n  email: office@fictional.example\npublishes:")
    return copy


@pytest.fixture
def response(content: Path) -> Path:
    (path,) = content.glob("responses/*/*.md")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command in the folder that holds `content`."""

    def run(*arguments: object, cwd: Path = tmp_path, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, ROOT / "scripts/check", "--content", tmp_path / "content", *map(str, arguments)]
        environment = os.environ | QUIET | variables
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.fixture
def publish(content: Path) -> Callable[[], None]:
    """Commits the content as it is, as if it were published: once at first, and again at each call."""

    def publish() -> None:
        commit(content.parent, "Publish")

    publish()
    return publish


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


# What it shows, and how it ends


def test_where_nothing_is_wrong_it_says_how_much_it_looked_at(run: Run, content: Path) -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(list(content.rglob('*.md')))} files checked: 0 errors, 0 warnings.\n"


def test_a_mistake_is_said_in_its_place_and_ends_with_1(run: Run, response: Path) -> None:
    change(response, "dated: 2023-09-01", "dated: 1 September 2023")
    done = run()
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:6] == [
        "  --> content/responses/2023-fictional-custody/fictionshire.en.md:4:8",
        "  |",
        "4 | dated: 1 September 2023",
        "  |        ^^^^^^^^^^^^^^^^",
        done.stdout.splitlines()[5],
    ]
    assert "  = Read more: scripts/check --explain S55-F17\n" in done.stdout
    assert done.stdout.endswith("7 files checked: 1 error, 0 warnings.\n")


def test_where_the_site_s_address_is_known_a_message_leads_to_the_rule_s_page(run: Run, response: Path) -> None:
    change(response, "dated: 2023-09-01", "dated: 1 September 2023")
    done = run(SITE_URL="https://example.org/register/")
    assert "  = Read more: https://example.org/register/rules/s55-f17/\n" in done.stdout
    # A site in English alone has no page in Welsh to lead to.
    done = run("--lang", "cy", SITE_URL="https://example.org/register/")
    assert "https://example.org/register/rules/s55-f17/\n" in done.stdout


def test_a_warning_is_shown_and_ends_with_0(run: Run, response: Path) -> None:
    change(response, "dated: 2023-09-01", "dated: 2023-09-01\ndeadline_stated: 2023-09-14")
    done = run()
    assert done.returncode == 0
    assert "warning[S55-D06]" in done.stdout


def test_a_rule_that_a_record_allows_is_listed_with_the_reason(run: Run, response: Path) -> None:
    change(
        response,
        "dated: 2023-09-01",
        "dated: 2023-09-01\ndeadline_stated: 2023-09-14\nallow:\n  - rule: S55-D06\n    reason: The letter says so.",
    )
    done = run()
    assert done.stdout == (
        "Allowed: S55-D06 in content/responses/2023-fictional-custody/fictionshire.en.md, "
        "because “The letter says so.”\n\n"
        "7 files checked: 0 errors, 0 warnings.\n"
    )


def test_paths_limit_what_is_shown_and_not_what_is_known(run: Run, content: Path, response: Path) -> None:
    change(content / "forces/fictionshire.md", "ons_code:", "ons_cod:")
    change(response, "  r1:", "  r2:")
    done = run("content/responses")
    assert done.returncode == 1
    assert set(re.findall(r"--> (\S+):\d+:\d+", done.stdout)) == {
        "content/responses/2023-fictional-custody/fictionshire.en.md"
    }
    assert "r2" in done.stdout  # which needs the inspection, and that is not shown
    assert "\n1 file checked:" in done.stdout
    assert run("content/inspections", "content/pages").returncode == 0
    assert run("content/forces/fictionshire.md").returncode == 1
    assert run("../content/forces", cwd=content).returncode == 1
    assert run(content).returncode == 1


def test_what_is_said_around_the_findings_is_in_their_language(run: Run, response: Path) -> None:
    from section55.language import words

    say = words("cy")
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    done = run("--lang", "cy")
    assert done.stdout.startswith(f"{say.gettext('error')}[S55-F16]: ")
    assert say.gettext("Read more: {where}").format(where="scripts/check --explain S55-F16 --lang cy") in done.stdout
    assert say.ngettext("{number} file checked", "{number} files checked", 7).format(number=7) in done.stdout


# The day, and what was published


def test_today_is_the_day_of_the_check_unless_another_is_given(run: Run, response: Path) -> None:
    tomorrow = datetime.date.today() + datetime.timedelta(days=2)
    change(response, "dated: 2023-09-01", f"dated: {tomorrow}")
    assert "S55-D04" in run().stdout
    assert "S55-D04" not in run("--today", tomorrow).stdout


def test_a_published_record_that_is_gone_is_found(run: Run, response: Path, publish: Callable[[], None]) -> None:
    assert run().returncode == 0
    response.unlink()
    done = run()
    assert done.returncode == 1
    assert "error[S55-H01]" in done.stdout
    assert "--> content/responses/2023-fictional-custody/fictionshire.en.md:1:1" in done.stdout


def test_a_pull_request_is_held_against_what_it_is_merged_into(
    run: Run, response: Path, publish: Callable[[], None]
) -> None:
    response.unlink()
    publish()
    assert run().returncode == 0
    assert "error[S55-H01]" in run("--since", "HEAD^1").stdout


def test_without_git_nothing_is_said_of_what_was_published(run: Run, content: Path) -> None:
    assert run(PATH="").returncode == 0


# Formats


def test_json_has_each_finding_with_every_key(run: Run, response: Path) -> None:
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    done = run("--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    (finding,) = told.pop("findings")
    assert told == {"checked": 7}
    assert {key: type(value) for key, value in finding.items()} == {
        **dict.fromkeys(["code", "name", "severity", "path", "message", "help", "docs"], str),
        **dict.fromkeys(["line", "column", "end_line", "end_column"], int),
    }
    assert finding["docs"] == "scripts/check --explain S55-F16"


def test_sarif_has_each_finding(run: Run, response: Path) -> None:
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    done = run("--format", "sarif", SITE_URL="https://example.org/")
    assert done.returncode == 1
    (log,) = json.loads(done.stdout)["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["S55-F16"]
    assert [rule["helpUri"] for rule in log["tool"]["driver"]["rules"] if rule["id"] == "S55-F16"] == [
        "https://example.org/rules/s55-f16/"
    ]


def test_in_a_workflow_it_annotates_changed_files_first_and_writes_the_summary(
    run: Run, content: Path, response: Path, publish: Callable[[], None], tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", "utf-8")
    change(content / "forces/fictionshire.md", "ons_code:", "ons_cod:")
    publish()
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    place = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}
    done = run(
        "--format", "github", cwd=content, GITHUB_WORKSPACE=str(tmp_path), GITHUB_STEP_SUMMARY=str(summary), **place
    )
    assert done.returncode == 1
    annotated = re.findall(r"^::error file=([^,]*),line=(\d+)", done.stdout, re.MULTILINE)
    assert annotated[0] == ("content/responses/2023-fictional-custody/fictionshire.en.md", "2")
    assert {path for path, _ in annotated[1:]} == {"content/forces/fictionshire.md"}
    assert all(line.startswith("::error ") for line in done.stdout.splitlines())
    assert "error[S55-F16]: " in done.stderr and "7 files checked: " in done.stderr  # for who reads the log
    text = summary.read_text("utf-8")
    assert text.startswith("Before.\n### 7 files checked")
    assert (
        "(<https://github.com/o/r/blob/abc/content/responses/2023-fictional-custody/fictionshire.en.md?plain=1#L2>)"
        in text
    )


# The rules


def test_all_rules_are_listed_by_kind_with_what_they_state(run: Run) -> None:
    done = run("--rules")
    assert done.returncode == 0
    flat = " ".join(done.stdout.split())
    for rule in RULES.values():
        assert f"{rule.code} {rule.severity} {rule.name}" in flat
        assert " ".join(rule.statement.split()) in flat
    headings = [line for line in done.stdout.splitlines() if line and not line.startswith(("S55", " "))]
    assert headings[:4] == ["Form", "References", "Dates", "The statute"]


@pytest.mark.parametrize("asked", ["S55-D06", "s55-d06", "deadline-differs"])
def test_a_rule_is_told_whole_by_its_code_or_name(run: Run, asked: str) -> None:
    done = run("--explain", asked)
    assert done.returncode == 0
    assert done.stdout.startswith("S55-D06 deadline-differs (warning)\n\nA deadline that a response states must be")
    flat = " ".join(done.stdout.split())
    assert all(paragraph in flat for paragraph in RULES["S55-D06"].paragraphs)
    assert "allow: - rule: S55-D06 reason: " in flat


def test_a_rule_is_told_in_welsh(run: Run) -> None:
    from section55.language import words

    done = run("--explain", "S55-F17", "--lang", "cy")
    assert words("cy").gettext(RULES["S55-F17"].statement) in " ".join(done.stdout.split())


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "xml"], "argument --format: invalid choice: 'xml' (choose from "),
        (["--today", "today"], "argument --today: “today” is no day such as 2026-01-31"),
        (["--today", "20260131"], "argument --today: “20260131” is no day such as 2026-01-31"),
        (["--today", "2026-02-30"], "argument --today: “2026-02-30” is no day such as 2026-01-31"),
        (["--explain", "S55-D6"], "there is no rule S55-D6; did you mean S55-D06, deadline-differs?"),
        (["--explain", "deadline-differ"], "there is no rule deadline-differ; did you mean S55-D06, deadline-differs?"),
        (["--explain", "%"], "there is no rule %; --rules lists them"),
        (["--explain", ""], "there is no rule ; --rules lists them"),
        (["--rules", "--fix"], "argument --fix: not allowed with argument --rules"),
        (["--rules", "--format", "json"], "--format is for a check alone, not for --rules, --explain or --fix"),
        (["--fix", "--format", "json"], "--format is for a check alone, not for --rules, --explain or --fix"),
        (["--rules", "content"], "a PATH is for a check, not for --rules or --explain"),
        (["content/nowhere"], "there is no "),
        (["."], " is not in "),
        (["--since", "no-such-commit"], "git knows no commit no-such-commit of "),
        (["--since", "--output=x"], "argument --since: expected one argument"),
        (["--content", "nowhere"], "There is no folder nowhere"),
        (["--content", "."], "holds no site.md, which says what this site is"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why_in_a_sentence(
    run: Run, content: Path, arguments: list[str], sentence: str
) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    usage, error = done.stderr.splitlines()
    assert usage == "usage: scripts/check [PATH …] [options]"
    assert error.startswith("scripts/check: error: ") and sentence in error


# Putting right


def test_fix_shows_what_it_puts_right_and_then_what_is_left(run: Run, response: Path) -> None:
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    change(response, "dated: 2023-09-01", "dated: 1 September 2023\ndeadline_stated: in autumn")
    before = response.read_text("utf-8")
    done = run("--fix")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:10] == [
        "--- content/responses/2023-fictional-custody/fictionshire.en.md",
        "+++ content/responses/2023-fictional-custody/fictionshire.en.md",
        "@@ -1,7 +1,7 @@",
        " ---",
        "-signed_by: no",
        '+signed_by: "no"',
        " role: Police and Crime Commissioner",
        "-dated: 1 September 2023",
        "+dated: 2023-09-01",
        " deadline_stated: in autumn",
    ]
    assert "\nPut right in 1 file, as shown above. What is left:\n\nerror[S55-F17]: " in done.stdout
    assert done.stdout.endswith("7 files checked: 1 error, 0 warnings.\n")
    assert response.read_text("utf-8") == before.replace(": no\n", ': "no"\n').replace("1 September 2023", "2023-09-01")
    again = run("--fix")
    assert again.returncode == 1
    assert again.stdout.startswith("Nothing here can be put right without you.\n\nerror[S55-F17]: ")


def test_fix_leaves_what_is_not_asked_for(run: Run, content: Path, response: Path) -> None:
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    before = response.read_bytes()
    assert run("--fix", "content/forces").returncode == 0
    assert response.read_bytes() == before
    assert run("--fix", "content/responses").returncode == 0
    assert response.read_bytes() != before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind root, and are others on Windows")
def test_fix_says_what_it_could_not_write(run: Run, response: Path) -> None:
    change(response, "signed_by: Mx Made Up", "signed_by: no")
    response.parent.chmod(0o500)
    done = run("--fix")
    response.parent.chmod(0o700)
    assert done.returncode == 1
    assert "could not be written: " in done.stderr and "Traceback" not in done.stderr


# Terminals and pipes


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_its_user_wants_none(
    content: Path, response: Path, no_color: str, coloured: bool
) -> None:
    import pty  # which Windows has not

    change(response, "signed_by: Mx Made Up", "signed_by: no")
    ours, theirs = pty.openpty()
    environment = os.environ | QUIET | {"TERM": "xterm", "NO_COLOR": no_color}
    command = [sys.executable, ROOT / "scripts/check", "--content", content]
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # how Linux says that nothing more will come
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 1
    assert (b"\033[1;31merror[S55-F16]\033[0m" in shown) == coloured
    assert (b"\033" in shown) == coloured


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_shown_somehow(run: Run, content: Path) -> None:
    for name in (b"\xff.md", b"a\nb.md", b"\x1b[2J.md"):
        Path(os.fsdecode(os.fsencode(content) + b"/forces/" + name)).touch()
    for format_ in ("text", "json", "github", "sarif"):
        done = run("--format", format_)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr and "\x1b" not in done.stdout
    json.loads(run("--format", "json").stdout)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_a_link_stands_for_is_shown_where_the_link_is(
    run: Run, content: Path, response: Path, tmp_path: Path
) -> None:
    response.write_text("no facts", "utf-8")
    response.rename(tmp_path / "outside.md")
    response.symlink_to(tmp_path / "outside.md")
    assert run().returncode == 1
    assert run("content/responses").returncode == 1
    assert run(response).returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_who_stops_reading_gets_no_traceback(content: Path) -> None:
    command = f"'{sys.executable}' '{ROOT}/scripts/check' --content '{content}' --rules | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("Form\n", "")


# pre-commit


def test_pre_commit_runs_it_on_every_commit_here_and_in_a_repository_that_holds_records_alone() -> None:
    (here,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    (elsewhere,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in (here, elsewhere):
        assert (hook["entry"], hook["language"]) == ("scripts/check", "script")
        # A commit that only takes a record away has no changed file; a record is held against all others.
        assert hook["always_run"] is True and hook["pass_filenames"] is False
    assert elsewhere["args"] == ["--content", "content"]
    assert os.name == "nt" or os.access(ROOT / here["entry"], os.X_OK)
