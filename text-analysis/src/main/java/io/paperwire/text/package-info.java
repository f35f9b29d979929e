/**
 * The one way Paperwire reads text. A paper is tagged and an interest is matched by the same rules,
 * so whatever a subscriber may write, the paper that says the same is found.
 *
 * <p>{@link io.paperwire.text.TextAnalyzer} turns a text into {@link io.paperwire.text.Word words}.
 * A word's form is folded: compatibility characters, case and accents are gone, vowel signs that
 * are letters in all but name stay ({@link io.paperwire.text.CharacterFolding}), regular and Latin
 * plurals stand in the singular ({@link io.paperwire.text.Plurals}), British spelling is written
 * the American way ({@link io.paperwire.text.Spelling}). There is no stemming: "generation" and
 * "generative" stay two words. A word keeps its place in the text, so that evidence can be shown as
 * the author wrote it.
 *
 * <p>Compounds are written in three ways, "multi-agent", "multi agent" and "multiagent", and no
 * list of prefixes tells them all apart. Therefore phrases are compared by their letters and not by
 * their words: {@link io.paperwire.text.Phrase} joins the folded words to one key, here {@code
 * multiagent}, and {@link io.paperwire.text.PhraseIndex} looks for that key wherever it begins and
 * ends with a word of the text. A comma, a bracket or the end of a sentence is never crossed.
 *
 * <p>An acronym stands for many things. A phrase that is written like one, such as "SAM", is found
 * only where the text has it in capitals too, and {@link io.paperwire.text.Abbreviations} tells
 * what a text itself says that an acronym means. Who asks in small letters may mean an acronym or a
 * plural, "cmos" or "gans"; {@link io.paperwire.text.Wording} tells both. {@link
 * io.paperwire.text.AuthorName} compares names of persons, {@link io.paperwire.text.OrcidId} reads
 * the iDs that tell them apart.
 *
 * <p>All of it is pure, keeps no state but {@link io.paperwire.text.PhraseIndex} and takes time
 * linear in the length of the text.
 */
@NullMarked
package io.paperwire.text;

import org.jspecify.annotations.NullMarked;
