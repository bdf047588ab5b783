/// The room of a target that is being built.
enum SchedulingRoom {}
