"""The lessons on screen: all words fit, and every page does what its buttons say."""

from datetime import date

import pygame
import pytest

from game import lessons
from game.lessons import DEPTHS, LessonError, lesson
from game.progress import Book
from game.settings import Settings
from game.sim.events import Ending
from game.store import Store
from game.text import PSEUDO, use
from game.ui import flow, fonts
from game.ui.flow import LESSONS
from game.ui.outcomes import LessonChosen, LessonPart, ShowMe
from game.ui.reading import ring_of
from game.ui.scenes.cards import Cards
from game.ui.scenes.lesson import LessonHub
from game.ui.scenes.lesson_bubbles import Bubble
from game.ui.scenes.lesson_forms import FormCard
from game.ui.scenes.lesson_frame import LessonTrouble
from game.ui.scenes.lesson_hook import LessonHook
from game.ui.scenes.lesson_summary import LessonSummary
from game.ui.scenes.lesson_talk import LessonTalk
from game.ui.scenes.play import Play
from game.ui.scenes.quiz import Quiz
from game.ui.scenes.quiz_answers import AnswerRow
from game.ui.scenes.results import Results
from game.ui.stage import Back, Stage
from game.ui.widgets import desert_frame
from game.ui.widgets.button import Button
from tests.ui.scenes.player import Player
from tests.ui.scenes.test_words_fit import CANVASES, LOOKS, misfits

NUMBERS = [each.number for each in lessons.lessons()]
TODAY = date(2030, 5, 17).toordinal()


class Voice:
    """A voice that remembers what it said, and speaks until it is told that it has ended."""

    def __init__(self):
        self.said, self.speaking = [], False

    def say(self, words):
        self.said.append(words)
        self.speaking = True

    def stop(self):
        self.speaking = False

    def apply(self, settings):
        pass

    def update(self):
        pass

    def close(self):
        pass


class NeverDone:
    """In place of a job: words are looked at here, not pictures."""

    done = False

    def __init__(self, work):
        pass

    def cancel(self):
        pass


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    monkeypatch.setattr(desert_frame, "Job", NeverDone)
    yield
    use("en")
    fonts.forget()


def stage_of(folder, size=(1280, 720), **settings):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    stage = Stage(Settings().changed(**settings), Store(folder), size)
    stage.speech = Voice()
    return stage


@pytest.fixture
def stage(tmp_path):
    made = stage_of(tmp_path)
    made.player = made.book.add("Amina", "zuri")
    return made


def opened(kind, stage, number=2, **more):
    scene = kind(stage, lesson(number), **more)
    scene.arrange()
    scene.update(40.0)
    scene.draw(pygame.display.get_surface())
    return scene


def press(scene, label):
    """Press the button with this label."""
    found = [w for w in scene.ring.stops if isinstance(w, Button) and w.label == label]
    assert found, f"no button {label!r}"
    found[0].press()
    scene.update(40.0)


def study(stage):
    return Book(Store(stage.store.folder)).study(stage.player.id)


# ---- words


def assert_fits(scene):
    scene.draw(pygame.display.get_surface())
    assert not misfits(scene)
    canvas = pygame.display.get_surface().get_rect()
    assert all(canvas.contains(w.rect) for w in scene.ring.widgets if w.visible)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("number", NUMBERS)
def test_all_words_of_a_lesson_fit(tmp_path, number, look, canvas):
    stage = stage_of(tmp_path, canvas, **LOOKS[look])
    assert_fits(opened(LessonHub, stage, number))
    talk = opened(LessonTalk, stage, number)
    for _ in talk.lesson.talk:
        assert_fits(talk)
        talk._go(1)
    summary = opened(LessonSummary, stage, number)
    for depth in DEPTHS:
        summary._choose(depth)
        assert_fits(summary)
    cards = opened(Cards, stage, number, today=TODAY)
    while cards.card is not None:
        assert_fits(cards)
        cards._turn()
        assert_fits(cards)
        cards._answer(True)
    assert_fits(cards)
    assert_quiz_fits(opened(Quiz, stage, number, seed=number))


def assert_quiz_fits(quiz):
    while quiz.question is not None:
        assert_fits(quiz)
        quiz._choose(0)
        assert_fits(quiz)
        quiz._on()
    assert_fits(quiz)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("look", LOOKS)
def test_all_words_of_the_hook_fit(tmp_path, look, canvas):
    scene = opened(LessonHook, stage_of(tmp_path, canvas, **LOOKS[look]))
    for leaf in range(3):
        scene._turn(leaf)
        assert_fits(scene)


@pytest.mark.parametrize("seed", range(4))
def test_every_question_fits_where_words_are_longest(tmp_path, seed):
    stage = stage_of(tmp_path, (1024, 768), language=PSEUDO, text_scale=2.0)
    for number in NUMBERS:
        assert_quiz_fits(opened(Quiz, stage, number, seed=seed))


# ---- the hub


def test_the_hub_leads_to_every_page(stage):
    for label, part in (
        ("Talk", "lesson_talk"), ("Summary", "lesson_summary"), ("Cards", "cards"),
        ("Quiz", "quiz"), ("G.L.O.W.", "lesson_hook"),
    ):  # fmt: skip
        scene = opened(LessonHub, stage, 3)
        press(scene, label)
        assert scene.outcome == LessonPart(3, part)
        assert part in LESSONS


def test_the_hub_goes_to_the_neighbouring_chapters(stage):
    scene = opened(LessonHub, stage, 1)
    tips = lambda: [w.tip for w in scene.ring.stops]  # noqa: E731
    assert "The chapter before" not in tips()
    scene._turn(6)
    assert scene.lesson.number == 6
    assert "The next chapter" not in tips()
    assert "The chapter before" in tips()


def test_marks_grow(stage):
    def marks():
        scene = opened(LessonHub, stage, 2)
        return [(w._mark.done, w._mark.words) for w in scene.ring.stops if isinstance(w, FormCard)]

    assert marks() == [
        (0, "Not heard yet"), (0, "Read: 0 of 3"), (0, "Known: 0 of 6"), (0, "Not tried yet"),
    ]  # fmt: skip
    talk = opened(LessonTalk, stage, 2)
    talk._go(99)
    opened(LessonSummary, stage, 2)._choose("medium")
    cards = opened(Cards, stage, 2, today=TODAY)
    cards._turn()
    cards._answer(True)
    quiz = opened(Quiz, stage, 2, seed=1)
    while quiz.question is not None:
        quiz._choose(quiz.question.right)
        quiz._on()
    assert marks() == [
        (1, "Heard"), (2, "Read: 2 of 3"), (1, "Known: 1 of 6"), (6, "Best: 6 of 6"),
    ]  # fmt: skip


# ---- the talk


def test_a_talk_is_read_line_by_line(stage):
    scene = opened(LessonTalk, stage)
    press(scene, "Next")
    press(scene, "Next")
    press(scene, "Before")
    lines = [line.says for line in scene.lesson.talk]
    assert stage.speech.said == [lines[0], lines[1], lines[2], lines[1]]
    bubble = next(w for w in scene.ring.widgets if isinstance(w, Bubble))
    assert bubble.text == lines[1]


def test_listening_goes_on_when_the_voice_has_ended(stage):
    scene = opened(LessonTalk, stage)
    press(scene, "Listen")
    scene.update(60_000.0)
    assert scene.at == 0
    for at in range(1, len(scene.lesson.talk)):
        scene.update(5000.0)
        stage.speech.speaking = False
        scene.update(1000.0)
        assert scene.at == at
    scene.update(5000.0)
    stage.speech.speaking = False
    scene.update(1000.0)
    assert not scene.running
    assert study(stage).talks == {"right-stride"}


def test_without_a_voice_there_is_time_to_read(stage):
    stage.speech.say = stage.speech.said.append  # and it never speaks
    scene = opened(LessonTalk, stage)
    press(scene, "Listen")
    scene.update(1000.0)
    assert scene.at == 0
    scene.update(9000.0)
    assert scene.at == 1
    press(scene, "Pause")
    scene.update(60_000.0)
    assert scene.at == 1


def test_a_voice_that_ends_at_once_leaves_time_to_read(stage):
    # As where there is a voice, but nothing to hear it with.
    scene = opened(LessonTalk, stage)
    press(scene, "Listen")
    scene.update(50.0)
    stage.speech.speaking = False
    scene.update(1500.0)
    assert scene.at == 0
    scene.update(9000.0)
    assert scene.at == 1


def test_a_voice_that_is_off_stays_off(stage):
    scene = opened(LessonTalk, stage)
    press(scene, "Voice on")
    assert not stage.speech.speaking
    before = list(stage.speech.said)
    press(scene, "Next")
    assert stage.speech.said == before
    press(scene, "Voice off")
    assert stage.speech.said == [*before, scene.lesson.talk[1].says]


def test_who_has_everything_read_aloud_hears_a_line_once(stage):
    stage.change(speak=True)
    scene = opened(LessonTalk, stage)
    press(scene, "Next")
    assert stage.speech.said == []  # what reads the screen says it


def test_leaving_a_talk_is_silent(stage):
    scene = opened(LessonTalk, stage)
    assert stage.speech.speaking
    scene.leave()
    assert not stage.speech.speaking
    assert isinstance(scene.outcome, Back)


def test_the_last_line_is_done(stage):
    scene = opened(LessonTalk, stage)
    assert study(stage).talks == frozenset()
    scene._go(99)
    press(scene, "Done")
    assert isinstance(scene.outcome, Back)
    assert study(stage).talks == {"right-stride"}


# ---- the summary


def test_depths_that_were_opened_are_kept(stage):
    scene = opened(LessonSummary, stage)
    assert study(stage).depths == {"right-stride": 1}
    scene._choose("detailed")
    scene._choose("basic")
    assert study(stage).depths == {"right-stride": 3}


def test_formulas_stand_out(stage):
    scene = opened(LessonSummary, stage, 5)
    scene._choose("detailed")
    large = [p.words for p in scene.paragraphs() if p.kind == "heading"]
    assert len(large) == 4
    assert all("\N{LEFTWARDS ARROW}" in words for words in large)


def test_a_summary_is_read_aloud(stage):
    scene = opened(LessonSummary, stage)
    press(scene, "Read aloud")
    assert stage.speech.said == [scene.lesson.summary["basic"][0]]


# ---- cards


def test_cards_that_are_known_are_over_for_today(stage):
    scene = opened(Cards, stage, today=TODAY)
    for _ in range(6):
        press(scene, "Turn over")
        press(scene, "I knew it")
    assert scene.card is None
    assert opened(Cards, stage, today=TODAY).card is None
    tomorrow = opened(Cards, stage, today=TODAY + 1)
    assert len(tomorrow.deck) == 6
    kept = study(stage).cards
    assert {(memory.box, memory.seen) for memory in kept.values()} == {(1, TODAY)}


def test_a_card_that_was_not_known_comes_again_at_the_end(stage):
    scene = opened(Cards, stage, today=TODAY)
    first = scene.card
    press(scene, "Turn over")
    press(scene, "Not yet")
    assert scene.card is not first
    assert scene.deck[-1] == first.key
    for _ in range(5):
        press(scene, "Turn over")
        press(scene, "I knew it")
    assert scene.card is first
    press(scene, "Turn over")
    press(scene, "I knew it")
    assert scene.card is None
    assert study(stage).cards[first.key].box == 1


def test_a_card_hides_its_meaning_until_it_is_turned(stage):
    scene = opened(Cards, stage, today=TODAY)
    card = scene.card
    said = lambda: [w.spoken for w in scene.ring.widgets]  # noqa: E731
    assert card.word in said()
    assert card.term not in said()
    assert card.means not in said()
    press(scene, "Turn over")
    assert {card.word, card.term, card.means} <= set(said())
    press(scene, "I knew it")
    # The next day the term is asked from.
    later = opened(Cards, stage, today=TODAY + 1)
    assert later.card is card
    said = lambda: [w.spoken for w in later.ring.widgets]  # noqa: E731
    assert card.term in said()
    assert card.word not in said()


def test_all_cards_can_be_looked_at_again(stage):
    scene = opened(Cards, stage, today=TODAY)
    for _ in range(6):
        press(scene, "Turn over")
        press(scene, "I knew it")
    press(scene, "All once more")
    assert len(scene.deck) == 6
    press(scene, "Turn over")
    press(scene, "I knew it")
    assert {memory.box for memory in study(stage).cards.values()} == {1}


def test_a_card_shows_its_walk(stage):
    scene = opened(Cards, stage, today=TODAY)
    press(scene, "Show me")
    shown = scene.outcome.show
    assert (shown.level, shown.settings) == (scene.card.show.level, scene.card.show.settings)
    assert shown.steps is None  # to its end, while the picture shows a moment of it


# ---- the quiz


def test_every_answer_tells_why(stage):
    scene = opened(Quiz, stage, seed=3)
    wrong = next(at for at in range(3) if at != scene.question.right)
    scene.rows[wrong].press()
    reasons = [answer.because for answer in scene.question.answers]
    rows = [w for w in scene.ring.widgets if isinstance(w, AnswerRow)]
    assert [row._because for row in rows] == reasons
    assert "Not right" in rows[wrong].spoken
    assert "Right" in rows[scene.question.right].spoken
    scene.rows[scene.question.right].press()  # the first answer counts
    assert scene.results == [False]


def test_the_sound_of_a_wrong_answer_does_not_say_that_a_button_is_refused(stage, monkeypatch):
    told = []
    monkeypatch.setattr(stage.sounds, "play", lambda name, caption="": told.append((name, caption)))
    scene = opened(Quiz, stage, seed=3)
    scene._choose((scene.question.right + 1) % 3)
    scene._on()
    scene._choose(scene.question.right)
    assert told == [("refused", "wrong"), ("star", "")]


def test_nothing_goes_on_before_an_answer(stage):
    scene = opened(Quiz, stage, seed=3)
    press(scene, "Next")
    assert scene.at == 0
    scene.rows[0].press()
    press(scene, "Next")
    assert scene.at == 1
    assert scene.chosen is None


def test_the_best_quiz_is_kept(stage):
    scene = opened(Quiz, stage, seed=3)
    for right in (6, 2):
        for at in range(6):
            wrong = (scene.question.right + 1) % 3
            scene._choose(scene.question.right if at < right else wrong)
            scene._on()
        assert sum(scene.results) == right
        assert study(stage).quizzes == {"right-stride": 6}
        before = [asked.question.asks for asked in scene.asked]
        press(scene, "Other questions")
        assert scene.at == 0
        assert [asked.question.asks for asked in scene.asked] != before


def test_a_question_shows_its_walk_and_waits(stage):
    scene = opened(Quiz, stage, seed=3)
    scene.rows[1].press()
    press(scene, "Show me")
    assert scene.outcome == ShowMe(scene.question.question.show)
    scene.outcome = None
    scene.resume(Back())
    scene.arrange()
    assert (scene.at, scene.chosen) == (0, 1)
    assert all(row._because for row in scene.rows)


# ---- in the game


def test_show_me_walks_by_itself_and_leads_back(tmp_path):
    player = Player(tmp_path)
    player.scene.outcome = LessonChosen(2)
    player.run(80)
    assert isinstance(player.scene, LessonHub)
    player.scene.go("quiz")
    player.run(80)
    quiz = player.scene
    show = quiz.lesson.quiz[1].show
    quiz.outcome = ShowMe(show)
    player.run(80)
    player.load()
    assert isinstance(player.scene, Play)
    player.app.stage.change(speed=4)
    player.scene.pace.speed = 4
    player.run(400)
    assert player.scene.expedition.now.steps > 0
    play = player.scene
    player.until(Results)
    assert (play.expedition.now.ending is Ending.FOUND) is (show.ends == "found")
    assert dict(show.settings)["learning_rate"] == play.expedition.now.tools.learning_rate
    player.run(4000)
    player.key("escape")
    player.run(80)
    assert player.scene is quiz


def test_a_watched_walk_of_a_lesson_wins_nothing(tmp_path):
    player = Player(tmp_path)
    stage = player.app.stage
    stage.player = stage.book.add("Amina", "zuri")
    player.scene.outcome = ShowMe(lesson(2).quiz[1].show)
    player.run(80)
    player.load()
    player.scene.pace.speed = 4
    player.until(Results)
    assert stage.book.stars(stage.player.id) == 0


def test_a_broken_lesson_is_told(tmp_path, monkeypatch):
    def broken(number):
        raise LessonError([lessons.Fault("2-right-stride.toml", "talk", "is missing", "write it")])

    monkeypatch.setattr(lessons, "lesson", broken)
    stage = stage_of(tmp_path)
    for make in flow.LESSONS.values():
        scene = make(stage, 2)
        scene.arrange()
        assert isinstance(scene, LessonTrouble)
        told = " ".join(w.spoken for w in ring_of(scene).widgets)
        assert "2-right-stride.toml: talk: is missing" in told
        press(scene, "Back")
        assert isinstance(scene.outcome, Back)
