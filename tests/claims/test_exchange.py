from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.exchange import from_json, to_json
from cliffhanger.claims.linked_data import from_jsonld, to_jsonld
from cliffhanger.claims.recorded import Exported, NamedSubject, Recorded
from cliffhanger.errors import InputError
from tests.claims.ledger_samples import claim, ledgers, piece, review

ONE = Recorded("a1#1", 1, claim(), piece(), (review(),))
TWO = Recorded("a1#2", 2, claim("Eight parts.", kind="episode_count", value={"n": 8}), ONE.piece)
BOTH = Exported((ONE, TWO))


@given(ledgers())
def test_lines_of_json_come_back_as_they_went(recorded):
    assert from_json(to_json(recorded)) == recorded


@given(ledgers())
def test_linked_data_comes_back_as_it_went(recorded):
    assert from_jsonld(to_jsonld(recorded)) == recorded


def test_a_text_may_hold_what_counts_as_an_end_of_line_elsewhere():
    odd = Exported((replace(ONE, claim=claim("a\u2028b\x85c\n\x00d")),))
    assert from_json(to_json(odd)) == odd
    assert from_jsonld(to_jsonld(odd)) == odd


def test_an_article_is_written_once_before_its_claims():
    lines = [json.loads(line) for line in to_json(BOTH).splitlines()]
    assert lines[0] == {"format": "cliffhanger claims", "version": 4}
    assert [sorted(line) for line in lines[1:]] == [["piece"], *[["claim", "id", "number", "piece", "reviews"]] * 2]


def test_an_article_without_claims_is_written_and_comes_back():
    whole = replace(BOTH, silent=(piece("quiet"), piece("still", published=None)))
    assert json.loads(to_json(whole).splitlines()[-1])["piece"]["id"] == "still"
    assert from_json(to_json(whole)) == whole
    assert from_jsonld(to_jsonld(whole)) == whole
    assert to_json(from_json(to_json(Exported((), whole.silent)))) == to_json(Exported((), whole.silent))


def test_a_correction_that_is_set_aside_comes_back_as_it_stands_on_file():
    """No form holds for it any more; whoever asks the ledger leaves it out and says so."""
    aside = replace(ONE, reviews=(review(verdict="corrected", value={"p": "likely"}),))
    for back in (from_json(to_json(Exported((aside,)))), from_jsonld(to_jsonld(Exported((aside,))))):
        assert back == Exported((aside,))


def without_language(exported):
    return to_json(exported).replace(', "language": null', "")


def test_the_language_of_an_article_is_written_and_what_was_written_before_has_none():
    spanish = Exported((replace(ONE, piece=replace(ONE.piece, language="es")),))
    assert from_json(to_json(spanish)) == spanish
    assert '"inLanguage": "es"' in to_jsonld(spanish)
    assert from_jsonld(to_jsonld(spanish)) == spanish
    assert from_json(without_language(BOTH).replace('"version": 4', '"version": 2')) == BOTH


def test_what_a_claim_is_about_in_truth_is_written_and_what_was_written_before_has_none():
    moved = Exported((replace(ONE, reviews=(review(verdict="corrected", subject=NamedSubject("Low Tide Kings", 3)),)),))
    assert from_json(to_json(moved)) == moved
    assert from_jsonld(to_jsonld(moved)) == moved
    about = {"@type": "TVSeason", "seasonNumber": 3, "partOfSeries": {"@type": "TVSeries", "name": "Low Tide Kings"}}
    assert [node["correctedAbout"] for node in json.loads(to_jsonld(moved))["@graph"] if "reviewRating" in node] == [about]
    before = to_json(BOTH).replace('"version": 4', '"version": 3').replace(', "subject": null', "")
    assert from_json(before) == BOTH
    nameless = to_json(moved).replace('"series": "Low Tide Kings"', '"series": null')
    with pytest.raises(InputError, match=r"reviews\.0\.subject\.series"):
        from_json(nameless)


def test_what_was_written_before_there_were_extractors_is_read():
    lines = without_language(BOTH).replace('"version": 4', '"version": 1').replace(', "extractor": null', "")
    assert "extractor" not in lines
    assert from_json(lines) == BOTH


class TestBadLines:
    GOOD = to_json(BOTH).splitlines()

    @pytest.mark.parametrize(
        ("line", "put", "said"),
        [
            (1, "", r"line 2: it does not say \"format\""),
            (1, '{"format": "cliffhanger claims", "version": 5}', r"line 1: version 5.*Update cliffhanger"),
            (2, "", r"line 3: article 'a1' does not come before it"),
            (3, "{", r"line 3: no JSON"),
            (3, "[]", r"line 3: no JSON object"),
            (3, '{"number": NaN}', r"line 3: no JSON \(NaN is no number"),
            (3, '{"number": 1e999}', r"line 3: no JSON \(1e999 is no number"),
            (3, "{}", r"line 3: its keys are none; allowed: claim, id"),
            (4, GOOD[2], r'line 4: a second claim "a1#1"'),
            (4, GOOD[1], r'line 4: a second article "a1"'),
            (4, GOOD[3].replace('"number": 2', '"number": 0'), r"line 4: number is 0, not a whole number from 1"),
            (4, GOOD[3].replace('"number": 2', '"number": true'), r"line 4: number is True"),
            (4, GOOD[3].replace('"number": 2', '"number": 3'), r"line 4: id is 'a1#2', not a1#3"),
            (4, GOOD[3].replace('"official"', '"certain"'), r"line 4: claim\.standing: .*'official'"),
            (4, GOOD[3].replace('"polarity"', '"sign"'), r"line 4: claim\.polarity: .*required"),
            (4, GOOD[3].replace('"start": 10', '"start": "10"'), r"line 4: claim\.quote\.start: .*integer"),
            (3, GOOD[2].replace("2024-07-01", "2024-07-32"), r"line 3: reviews\.0\.on: .*date"),
            (2, GOOD[1].replace('"digest"', '"sha"'), r"line 2: piece\.digest"),
            (4, GOOD[3].replace('"end": 22', '"end": 5'), r"line 4: its quote of 12 characters .* from 10 to 5\. The end is"),
            (4, GOOD[3].replace('"Eight parts."', '""'), r"line 4: its quote has no words"),
            (4, GOOD[3].replace('"n": 8', '"n": "many"'), r'line 4: "n" of episode_count is "many"\. It is a number'),
            (4, GOOD[3].replace('"n": 8', '"window": "autumn"'), r'line 4: "window" of episode_count is "autumn"\. It is days'),
        ],
    )
    def test_each_is_named_with_what_is_wrong(self, line, put, said):
        lines = [*self.GOOD]
        lines[line - 1] = put
        with pytest.raises(InputError, match=said) as caught:
            from_json("\n".join(lines))
        assert caught.value.place == f"line {re.findall(r'[0-9]+', said)[0]}"

    def test_an_empty_file_is_refused(self):
        with pytest.raises(InputError, match="line 1: the file is empty"):
            from_json("\n\n")


def graph(*recorded: Recorded) -> dict[str, list]:
    nodes = {}
    for node in json.loads(to_jsonld(Exported(recorded)))["@graph"]:
        nodes.setdefault(node["@type"], []).append(node)
    return nodes


class TestLinkedData:
    def test_a_claim_appears_in_its_article(self):
        nodes = graph(ONE)
        (article,), (said,) = nodes["NewsArticle"], nodes["Claim"]
        assert article["publisher"] == {"@type": "Organization", "name": "The Wire"}
        assert article["datePublished"] == "2024-03-01"
        assert said["appearance"] == {"@id": article["@id"]}
        assert said["text"] == "It is renewed."
        assert said["about"]["@type"] == "TVSeason"
        assert said["about"]["partOfSeries"] == {"@type": "TVSeries", "name": "Salt & Static"}

    def test_only_what_a_person_decided_is_a_review(self):
        assert "ClaimReview" not in graph(TWO)
        (reviewed,) = graph(ONE, TWO)["ClaimReview"]
        assert reviewed["itemReviewed"] == {"@id": "urn:cliffhanger:claim:a1%231"}
        assert reviewed["author"] == {"@type": "Person", "name": "Ada"}
        assert reviewed["reviewRating"]["alternateName"] == "confirmed"

    @pytest.mark.parametrize(
        ("kind", "value", "put"),
        [
            ("episode_count", {"n": 8}, {"numberOfEpisodes": 8}),
            ("release_date", {"window": {"precision": "day", "edtf": "2024-09-05"}}, {"startDate": "2024-09-05"}),
            ("release_date", {"window": {"precision": "month", "edtf": "2024-09"}}, {"startDate": "2024-09"}),
            ("release_date", {"window": {"precision": "part", "edtf": "2024-06-01/2024-08-31"}}, {}),
            ("release_date", {"window": {"precision": "day", "edtf": "2024-09-05"}, "what": "finale"}, {}),
            ("release_date", {"announced": False}, {}),
            ("cast_role", {"actor": "Ana Ruiz", "st": "leaving"}, {}),
            (
                "cast_role",
                {"actor": "Ana Ruiz", "character": "Wren"},
                {
                    "actor": {
                        "@type": "PerformanceRole",
                        "actor": {"@type": "Person", "name": "Ana Ruiz"},
                        "characterName": "Wren",
                    }
                },
            ),
            ("trailer_status", {"status": "released"}, {"trailer": {"@type": "VideoObject"}}),
            ("trailer_status", {"status": "not_released"}, {}),
        ],
    )
    def test_what_is_asserted_of_a_season_has_its_word(self, kind, value, put):
        bare = {"@type", "seasonNumber", "partOfSeries"}

        def said(**given):
            (node,) = graph(Recorded("a1#1", 1, claim(kind=kind, value=value, **given), piece()))["Claim"]
            return {key: inner for key, inner in node["about"].items() if key not in bare}

        assert said() == put
        assert said(polarity="-") == said(standing="denied") == said(standing="rumour") == {}

    def test_what_it_is_about_has_no_id_by_which_claims_would_merge_into_facts(self):
        assert all("@id" not in node["about"] for node in graph(ONE, TWO)["Claim"])

    def test_a_person_speaks_as_one(self):
        (node,) = graph(replace(ONE, claim=claim(attribution=Attribution("talent", "Ana Ruiz"))))["Claim"]
        assert node["author"] == {"@type": "Person", "name": "Ana Ruiz"}

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ('"@graph"', '"graph"', "the file: it has no list of nodes"),
            ('"NewsArticle"', '"Article"', "urn:cliffhanger:claim:a1%231: its article is not in the graph"),
            ('"Claim"', '"Statement"', "urn:cliffhanger:claim:a1%231: a review of it, but no such claim"),
            ('"official"', '"certain"', r"urn:cliffhanger:claim:a1%231: claim\.standing"),
            ('"position": 1', '"position": 2', "urn:cliffhanger:claim:a1%231: id is 'a1#1', not a1#2"),
            ('"18446744073709551615"', '"many"', r"urn:cliffhanger:piece:a1: article\.shingles"),
            ('"confirmed"', '"true"', r"ClaimReview, node 3: review\.verdict"),
            ("{", "", "the file: no JSON"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_node(self, old, new, said):
        text = to_jsonld(Exported((ONE,)))
        assert old in text
        with pytest.raises(InputError, match=said):
            from_jsonld(text.replace(old, new))

    def test_a_claim_that_comes_twice_is_refused(self):
        whole = json.loads(to_jsonld(Exported((TWO,))))
        whole["@graph"].append(whole["@graph"][-1])
        with pytest.raises(InputError, match="a second claim of that id"):
            from_jsonld(json.dumps(whole))


def test_no_file_and_no_socket_is_needed(sealed):
    assert from_jsonld(to_jsonld(from_json(to_json(BOTH)))) == BOTH
