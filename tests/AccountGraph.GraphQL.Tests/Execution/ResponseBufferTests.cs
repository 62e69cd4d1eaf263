using System.Text;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Tests.Execution;

public sealed class ResponseBufferTests
{
    [Fact]
    public void What_is_written_across_many_growths_is_kept()
    {
        using var buffer = new ResponseBuffer(1);
        for (var number = 0; number < 10_000; number++) buffer.Write(Encoding.ASCII.GetBytes($"{number},"));

        var expected = string.Concat(Enumerable.Range(0, 10_000).Select(number => $"{number},"));
        Assert.Equal(expected, Encoding.ASCII.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Truncation_forgets_the_end_and_writing_goes_on_there()
    {
        using var buffer = new ResponseBuffer();
        buffer.Write("abcdef"u8);

        buffer.Truncate(2);
        buffer.Write("X"u8);

        Assert.Equal("abX"u8, buffer.WrittenSpan);
    }

    [Fact]
    public void A_truncation_beyond_what_was_written_is_refused()
    {
        using var buffer = new ResponseBuffer();
        buffer.Write("ab"u8);

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(3));
    }

    [Fact]
    public void More_cannot_be_counted_as_written_than_there_was_room_for()
    {
        using var buffer = new ResponseBuffer();

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(buffer.GetSpan().Length + 1));
    }

    [Fact]
    public void A_disposed_buffer_starts_anew()
    {
        using var buffer = new ResponseBuffer();
        buffer.Write("old"u8);

        buffer.Dispose();
        buffer.Write("new"u8);

        Assert.Equal("new"u8, buffer.WrittenSpan);
    }
}
