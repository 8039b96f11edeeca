from fontTools.ttLib import TTFont
from fontTools import subset, merge
import json
def cover(path):
    s=set()
    for v in json.load(open(path)).values():
        for r in v.split(','):
            a,_,b=r.strip()[2:].partition('-'); s.update(range(int(a,16), int(b or a,16)+1))
    return s
base='/work/main/node_modules/@fontsource-variable/'
have=cover(base+'noto-serif-sc/unicode.json') & cover(base+'noto-sans-sc/unicode.json')
def ideo(k): return 0x3400<=k<=0x9fff or 0xf900<=k<=0xfaff or 0x2e80<=k<=0x2fdf or k>=0x20000
out=[];seen=set(have)
for name,path in (('sc','package/400Regular/NotoSerifSC_400Regular.ttf'),('jp','jp/package/400Regular/NotoSerifJP_400Regular.ttf'),('hk','noto-serif-hk/package/400Regular/NotoSerifHK_400Regular.ttf')):
    f=TTFont(path); want={k for k in f.getBestCmap() if ideo(k)}-seen; seen|=want
    o=subset.Options(); o.layout_features=[]; o.hinting=False; o.notdef_outline=True; o.glyph_names=False; o.drop_tables+=['GSUB','GPOS','GDEF','vhea','vmtx','VORG','BASE','STAT']
    s=subset.Subsetter(o); s.populate(unicodes=want); s.subset(f); f.save(f'rare-{name}.ttf'); out.append(f'rare-{name}.ttf'); print(name,len(want))
m=merge.Merger().merge(out)
for r in m['name'].names: pass
for i,v in ((1,'Anjuan Rare'),(4,'Anjuan Rare'),(6,'AnjuanRare-Regular'),(3,'AnjuanRare 1.0')): m['name'].setName(v,i,3,1,0x409)
m.flavor='woff2'; m.save('rare.woff2'); c=m.getBestCmap(); print(len(c),[(ch,ord(ch) in c) for ch in '𠮷㐂䶮'], len(m.getGlyphOrder()))
rs=[];ks=sorted(c)
