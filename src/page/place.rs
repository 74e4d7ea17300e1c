//! Labels by place: where neither names nor structure tell, a field's label is the text left of it or above it.

use crate::snapshot::Spot;

/// How far left of its field a label may end, in CSS pixels.
const LEFT: i32 = 450;
/// How far above its field a label may end, in CSS pixels.
const ABOVE: i32 = 30;
/// A pixel above counts as this many beside: forms are read in rows.
const STEEP: i32 = 4;
/// How far label and field may overlap, in CSS pixels.
const OVERLAP: i32 = 4;

/// For each field that is seen the text that stands at it. A text belongs to its nearest field only.
#[must_use]
pub fn labels(fields: &[Option<Spot>], texts: &[Spot]) -> Vec<Option<usize>> {
    let nearest: Vec<_> = fields.iter().map(|field| nearest(field.as_ref()?, texts)).collect();
    let is_taken = |distance: i32, text: usize| nearest.iter().flatten().any(|(d, t)| *t == text && *d < distance);
    let own = |found: &Option<(i32, usize)>| found.filter(|(distance, text)| !is_taken(*distance, *text));
    nearest.iter().map(|found| own(found).map(|(_, text)| text)).collect()
}

fn nearest(field: &Spot, texts: &[Spot]) -> Option<(i32, usize)> {
    let distances = texts.iter().enumerate().filter_map(|(place, text)| Some((distance(field, text)?, place)));
    distances.min_by_key(|(distance, _)| *distance)
}

/// How far a text is from the field it may label; `None` where it stands elsewhere.
fn distance(field: &Spot, text: &Spot) -> Option<i32> {
    let middle = text.top.midpoint(text.bottom);
    // Some labels float in their box, or on its upper edge.
    if text.left >= field.left && text.right <= field.right && (field.top - OVERLAP..field.bottom).contains(&middle) {
        return Some(0);
    }
    if text.right <= field.left + OVERLAP && (field.top..field.bottom).contains(&middle) {
        let gap = (field.left - text.right).max(0);
        return (gap <= LEFT).then_some(gap);
    }
    let is_over = text.left < field.right && text.right > field.left && text.left >= field.left - LEFT / 10;
    if is_over && text.bottom <= field.top + OVERLAP {
        let gap = (field.top - text.bottom).max(0);
        return (gap <= ABOVE).then_some(gap * STEEP);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(left: i32, top: i32, width: i32, height: i32) -> Spot {
        Spot { left, top, right: left + width, bottom: top + height }
    }

    #[test]
    fn a_label_stands_left_or_above() {
        let field = [Some(spot(200, 100, 150, 30))];
        for (text, is_label) in [
            (spot(100, 105, 80, 20), true),
            (spot(200, 75, 80, 20), true),
            (spot(210, 88, 80, 18), true),
            (spot(210, 106, 80, 18), true),
            (spot(190, 106, 200, 18), false),
            (spot(400, 105, 80, 20), false),
            (spot(200, 140, 80, 20), false),
            (spot(100, 160, 80, 20), false),
            (spot(200, 20, 80, 20), false),
        ] {
            assert_eq!(labels(&field, &[text])[0].is_some(), is_label, "{text:?}");
        }
    }

    #[test]
    fn columns_of_labels_and_fields_are_read_in_rows() {
        let fields = [Some(spot(200, 100, 150, 30)), Some(spot(200, 140, 150, 30))];
        let texts = [spot(100, 105, 80, 20), spot(100, 145, 80, 20)];
        assert_eq!(labels(&fields, &texts), [Some(0), Some(1)]);
    }

    #[test]
    fn what_is_not_seen_has_no_label_by_place() {
        assert_eq!(labels(&[None], &[spot(0, 0, 80, 20)]), [None]);
    }

    #[test]
    fn a_text_belongs_to_its_nearest_field() {
        let fields = [Some(spot(200, 100, 50, 30)), Some(spot(300, 100, 50, 30))];
        assert_eq!(labels(&fields, &[spot(100, 105, 80, 20)]), [Some(0), None]);
    }
}
