//! Whose words a place in the text is part of.

use claimbook_model::Span;
use claimbook_model::annotation::Attribution;

/// For each of `spans` the attribution with the shortest content that holds it. One pass
/// over both in the order of the text.
pub(crate) fn innermost(attributions: &[Attribution], spans: &[Span]) -> Vec<Option<usize>> {
    let length = |a: &Attribution| a.content.iter().map(|c| c.len()).sum::<usize>();
    let pieces_of = |(index, a)| {
        let length = length(a);
        a.content.iter().map(move |c| (*c, length, index))
    };
    let mut pieces: Vec<_> = attributions
        .iter()
        .enumerate()
        .flat_map(pieces_of)
        .collect();
    pieces.sort_by_key(|(piece, ..)| piece.start);
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|i| spans[*i].start);

    let mut speakers = vec![None; spans.len()];
    let mut coming = pieces.into_iter().peekable();
    let mut open: Vec<(Span, usize, usize)> = Vec::new();
    for index in order {
        let span = spans[index];
        open.extend(std::iter::from_fn(|| {
            coming.next_if(|(piece, ..)| piece.start <= span.start)
        }));
        open.retain(|(piece, ..)| piece.end > span.start);
        let holding = open.iter().filter(|(piece, ..)| piece.contains(span));
        let shortest = holding.min_by_key(|(_, length, attribution)| (*length, *attribution));
        speakers[index] = shortest.map(|(.., attribution)| *attribution);
    }
    speakers
}

#[cfg(test)]
mod tests {
    use super::innermost;
    use claimbook_model::annotation::Attribution;
    use claimbook_model::{Span, Stance, Style};

    fn said(content: &[(usize, usize)]) -> Attribution {
        Attribution {
            source: None,
            cue: Vec::new(),
            content: content.iter().map(|(a, b)| Span::new(*a, *b)).collect(),
            style: Style::Indirect,
            stance: Stance::Asserts,
            modality: None,
            nested: false,
            outer: None,
            said_on: None,
            venue: None,
            rule: "",
            because: Vec::new(),
        }
    }

    #[test]
    fn the_shortest_content_around_a_place_wins_and_the_first_of_equals() {
        let attributions = [
            said(&[(0, 40), (90, 95)]),
            said(&[(10, 20)]),
            said(&[(10, 20)]),
            said(&[(60, 80)]),
        ];
        let table = [
            (92, 94, Some(0)),
            (12, 14, Some(1)),
            (18, 22, Some(0)),
            (38, 42, None),
            (50, 52, None),
            (60, 80, Some(3)),
            (79, 81, None),
        ];
        let spans: Vec<Span> = table.iter().map(|(a, b, _)| Span::new(*a, *b)).collect();
        let expected: Vec<_> = table.iter().map(|(.., speaker)| *speaker).collect();
        assert_eq!(innermost(&attributions, &spans), expected);
    }
}
