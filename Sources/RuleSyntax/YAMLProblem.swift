/// What libyaml says about text that it cannot read; places are UTF-8 offsets in the file.
struct YAMLProblem: Error {
    /// The problem in libyaml's words; empty when memory ran out.
    var problem: String
    /// Where it was noticed, which is often behind the mistake.
    var place: Int
    /// Where the construct begins that was being read; nil when libyaml names none.
    var contextPlace: Int?
}
