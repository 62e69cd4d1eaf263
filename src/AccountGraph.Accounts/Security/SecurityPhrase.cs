using System.Security.Cryptography;

namespace AccountGraph.Accounts.Security;

/// <summary>Two words that the page and the mail show alike, so that a person sees that they belong together. They
/// guard nothing: never stored, never checked.</summary>
public static class SecurityPhrase
{
    internal static readonly string[] Adjectives =
        """
        Amber Ancient Arctic Autumn Balanced Bold Brave Breezy Bright Brisk Calm Careful Cheerful Clear Clever
        Coastal Copper Cosmic Cosy Crimson Crisp Curious Daring Dazzling Deep Distant Eager Early Earnest Easy
        Electric Elegant Emerald Endless Fair Faithful Fearless Festive Fluffy Fresh Friendly Frosty Gallant Gentle
        Gleaming Golden Graceful Grand Happy Hardy Hidden Honest Humble Indigo Ivory Jolly Jovial Joyful Keen Kind
        Lively Lofty Lucky Lunar Marble Mellow Merry Mighty Misty Modest Mossy Musical Nimble Noble Northern Olive
        Orange Patient Peaceful Playful Polished Proud Quick Quiet Radiant Rapid Rosy Rustic Sandy Scarlet Serene
        Shiny Silent Silver Sincere Smooth Snowy Solar Sparkling Steady Sunny Swift Tender Thoughtful Tidy Tranquil
        Velvet Vivid Wandering Warm Whimsical Wise Witty Young Zesty
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    internal static readonly string[] Nouns =
        """
        acorn anchor apple arrow badger bamboo basket beacon beaver bell birch bison breeze bridge brook canyon
        castle cedar cello cherry cloud clover comet compass coral cricket crystal daisy dolphin dune eagle ember
        falcon feather fern fiddle finch fjord forest fountain fox galaxy garden gecko glacier grove harbor hazel
        hedgehog heron hill horizon island ivy jasmine kayak kestrel kettle kite koala lagoon lantern lark leaf
        lemon lighthouse lily lynx magpie maple marmot meadow melon meteor mill moon mountain nebula nest oak ocean
        orchard otter owl panda parrot peach pebble penguin pine planet plum pond puffin quartz rabbit rainbow raven
        reef ribbon river robin rocket sail salmon seal shell sparrow spruce squirrel star stream sunset swan tiger
        trail tulip turtle valley violin walnut wave willow wren
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static string Next() => $"{PickFrom(Adjectives)} {PickFrom(Nouns)}";

    private static string PickFrom(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
