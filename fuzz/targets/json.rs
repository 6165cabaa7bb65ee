//! Mutations that leave JSON what it is: every other time one value of the tree is changed, else the bytes are.
use serde_json::{Map, Value};

/// Numbers at which something ends.
const NUMBERS: [f64; 14] =
    [0.0, -0.0, 1.0, -1.0, 2.0, 3.0, 0.5, 0.1, 100.0, 1e6, -1e6, 1e300, 5e-324, 9_007_199_254_740_993.0];

/// Writes the next input over this one and gives its size. What stands behind a zero byte is no JSON: it is kept, or
/// the only part that is changed.
pub(crate) fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let changed = data.get(..size).filter(|_| seed & 1 == 0).and_then(|bytes| changed(bytes, seed));
    let room = changed.and_then(|changed| {
        let room = data.get_mut(..changed.len()).filter(|room| room.len() <= max_size)?;
        room.copy_from_slice(&changed);
        Some(changed.len())
    });
    room.unwrap_or_else(|| libfuzzer_sys::fuzzer_mutate(data, size, max_size))
}

fn changed(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (text, rest) = bytes.split_at(end);
    let mut random = Random(u64::from(seed));
    if random.below(4) == 0 {
        let other = (0..random.below(64)).map(|_| random.byte()).collect();
        return Some([text.to_vec(), vec![0], other].concat());
    }
    let mut tree: Value = serde_json::from_slice(text).ok()?;
    for _ in 0..=random.below(3) {
        change(&mut tree, &mut random)?;
    }
    let mut changed = serde_json::to_vec(&tree).ok()?;
    changed.extend(rest);
    Some(changed)
}

fn change(tree: &mut Value, random: &mut Random) -> Option<()> {
    let places = places(tree, String::new());
    let other = tree.pointer(places.get(random.below(places.len()))?)?.clone();
    let at = places.get(random.below(places.len()))?;
    match random.below(8) {
        0 => *tree.pointer_mut(at)? = other,
        1 | 2 => *tree.pointer_mut(at)? = Value::from(*NUMBERS.get(random.below(NUMBERS.len()))?),
        3 => *tree.pointer_mut(at)? = [Value::Null, Value::from(true)].get(random.below(2))?.clone(),
        4 => remove(tree, at),
        5 => twice(tree, at, random),
        6 => renamed(tree, at, &other),
        _ => scaled(tree.pointer_mut(at)?, random),
    }
    Some(())
}

/// The list or object around a place, and the last part of the place.
fn around<'t, 'p>(tree: &'t mut Value, at: &'p str) -> Option<(&'t mut Value, &'p str)> {
    let (outer, last) = at.rsplit_once('/')?;
    Some((tree.pointer_mut(outer)?, last))
}

fn remove(tree: &mut Value, at: &str) {
    match around(tree, at) {
        Some((Value::Array(list), last)) => {
            if let Some(index) = last.parse().ok().filter(|index| *index < list.len()) {
                list.remove(index);
            }
        }
        Some((Value::Object(object), last)) => {
            object.remove(last);
        }
        _ => {}
    }
}

/// A value of a list again, elsewhere in it.
fn twice(tree: &mut Value, at: &str, random: &mut Random) {
    if let Some((Value::Array(list), last)) = around(tree, at)
        && let Some(value) = last.parse::<usize>().ok().and_then(|index| list.get(index)).cloned()
    {
        list.insert(random.below(list.len() + 1), value);
    }
}

/// A member under another key: a text that stands elsewhere.
fn renamed(tree: &mut Value, at: &str, other: &Value) {
    if let (Some((Value::Object(object), last)), Some(key)) = (around(tree, at), other.as_str())
        && let Some(value) = object.remove(last)
    {
        object.insert(key.to_owned(), value);
    }
}

fn scaled(value: &mut Value, random: &mut Random) {
    let factor = NUMBERS.get(random.below(NUMBERS.len())).copied().unwrap_or(1.0);
    match value {
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            *value = Value::from(if random.below(2) == 0 { number * factor } else { number + factor });
        }
        Value::Bool(flag) => *flag = !*flag,
        Value::String(text) => text.push('1'),
        Value::Array(list) => list.reverse(),
        Value::Object(object) => *object = Map::new(),
        Value::Null => *value = Value::from(1),
    }
}

fn places(tree: &Value, at: String) -> Vec<String> {
    let inside: Vec<String> = match tree {
        Value::Array(list) => {
            let inside = list.iter().enumerate();
            inside.flat_map(|(index, value)| places(value, format!("{at}/{index}"))).collect()
        }
        Value::Object(object) => {
            let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
            object.iter().flat_map(|(key, value)| places(value, format!("{at}/{}", escaped(key)))).collect()
        }
        _ => Vec::new(),
    };
    std::iter::once(at).chain(inside).collect()
}

/// Numbers that look random and are the same for the same seed (splitmix64, Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    /// Half of them below 16, where each means something of its own.
    fn byte(&mut self) -> u8 {
        let limit = if self.below(2) == 0 { 16 } else { 256 };
        u8::try_from(self.below(limit)).unwrap_or_default()
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from(mixed >> 33).ok().and_then(|number| number.checked_rem(limit)).unwrap_or_default()
    }
}
